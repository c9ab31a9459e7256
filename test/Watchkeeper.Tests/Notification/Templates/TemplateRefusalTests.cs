using Shouldly;
using Watchkeeper.Notification.Templates;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Templates;

/// <summary>
/// What people write that cannot be a template: each gets the line and what to write instead, before any alarm fires
/// (alertmanager 2857, 3490 and 5322, grafana 43733).
/// </summary>
public sealed class TemplateRefusalTests
{
    [Theory]
    [InlineData("{{ advice }}\n{{ headline", "on line 2, «{{» has no «}}» on the same line")]
    [InlineData("{{ }}", "on line 1, a tag is empty: write a name in it")]
    [InlineData("{{ summary }}", "on line 1, there is no value «summary»: there are headline, what,")]
    [InlineData("{{ label. }}", "on line 1, there is no value «label.»")]
    [InlineData("{{ Severity }}", "on line 1, there is no value «Severity»")]
    [InlineData("{{ if }}x{{ end }}", "on line 1, «if » is not understood: write «if NAME»")]
    [InlineData("{{ if severity = \"high\" }}x{{ end }}", "is not understood")]
    [InlineData("{{ if severity == high }}x{{ end }}", "is not understood")]
    [InlineData("{{ if not severity == \"high\" }}x{{ end }}", "is not understood")]
    [InlineData("{{ if severty == \"high\" }}x{{ end }}", "there is no value «severty»")]
    [InlineData("{{ if severity == \"warning\" }}x{{ end }}",
        "«severity» is never «warning»: it is one of info, low, medium, high, critical")]
    [InlineData("{{ if transition == \"firing\" }}x{{ end }}", "«transition» is never «firing»: it is one of opened, reopened,")]
    [InlineData("a\n{{ if advice }}\nb", "«if» on line 2 has no «{{ end }}»")]
    [InlineData("{{ end }}", "on line 1, there is no «if» before")]
    [InlineData("{{ else }}", "on line 1, there is no «if» before")]
    [InlineData("{{ if what }}\n{{ else }}\n{{ else }}\n{{ end }}", "on line 3, there is an «else» before")]
    [InlineData("All: {{ facts }}", "on line 1, message, facts and links are whole lines")]
    [InlineData("[page](http://wiki.example/x)", "on line 1, a link needs an address that begins with https:// and a host")]
    [InlineData("x\n[page](javascript:alert)", "on line 2, a link needs an address")]
    [InlineData("[page](https://{{ name }}.example/)", "a link needs an address")]
    [InlineData("[page]({{ name }})", "a link needs an address")]
    [InlineData("{{ .CommonLabels.alertname }}", "«.CommonLabels.alertname» is «name» here")]
    [InlineData("{{ .Status | toUpper }}", "«.Status» is «transition» here")]
    [InlineData("{{ if eq .Status \"firing\" }}x{{ end }}", "«.Status» is «transition» here")]
    [InlineData("{{ .Annotations.summary }}", "«.Annotations.summary» is «what» here")]
    [InlineData("{{ (index .Alerts 0).StartsAt }}", "is Go's template language")]
    [InlineData("{{ range .Alerts }}", "is Go's template language: a message here is about one incident")]
    [InlineData("{{ template \"slack.default.text\" . }}", "is Go's template language")]
    [InlineData("{{- headline -}}", "is Go's template language")]
    [InlineData("{{ $labels.instance }}", "«$labels.instance» is «resource» here")]
    [InlineData("{{ advice | json }}", "is Go's template language")]
    public void What_is_no_template_is_refused_with_its_line(string template, string reason) =>
        TemplatedMessage.Refuse(template, TemplateForm.Lines).ShouldNotBeNull().ShouldContain(reason);

    [Theory]
    [InlineData("{\"text\": {{ what }}}")]
    [InlineData("{\"text\": \"{{ what }}\",}")]
    [InlineData("text={{ what }}")]
    [InlineData("{\"a\": 1{{ if transition == \"resolved\" }}, \"b\": 2{{ else }}{{ end }}{{ if advice }}}{{ end }}")]
    [InlineData("{{ if severity == \"high\" }}{\"a\": 1}{{ end }}")]
    [InlineData("")]
    public void What_gives_no_json_in_some_case_is_refused(string template) =>
        TemplatedMessage.Refuse(template, TemplateForm.Json).ShouldNotBeNull().ShouldContain("JSON");

    [Theory]
    [InlineData("{\"text\": \"{{ what }}\", \"n\": {{ signals }}, \"all\": \"{{ message }}\"}")]
    [InlineData(
        "{\n{{ if severity == \"critical\" }}\n\"p\": 5,\n{{ else if severity == \"high\" }}\n\"p\": 4,\n{{ end }}\n\"x\": 1}")]
    [InlineData("[{\"over\": {{ if transition == \"resolved\" }}true{{ else }}false{{ end }}}]")]
    public void Json_in_every_case_is_taken(string template) =>
        TemplatedMessage.Refuse(template, TemplateForm.Json).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("} }} ] ) ** [ ]( **")]
    [InlineData("{{ \"{{\" }} {{ 'a | b' }}")]
    [InlineData("{{ if name == \"a|b\" }}x{{ end }}")]
    [InlineData("{{ if words != \"range and template\" }}x{{ end }}")]
    [InlineData("  {{ facts }}  ")]
    [InlineData("[runbook]({{ runbook }}) [page]({{ link }}) [wiki](https://wiki.example/{{ name }}?of={{ service }})")]
    public void What_is_a_template_is_taken(string template) =>
        TemplatedMessage.Refuse(template, TemplateForm.Lines).ShouldBeNull();

    [Fact]
    public void Depth_and_number_of_tags_have_a_limit()
    {
        Refuse(string.Concat(Enumerable.Repeat("{{ if what }}", 9))).ShouldContain("more than 8 conditions inside one another");
        Refuse(string.Concat(Enumerable.Repeat("{{ what }}\n", 201))).ShouldContain("on line 201, there are more than 200 tags");
        TemplatedMessage.Refuse(string.Concat(Enumerable.Repeat("{{ what }}\n", 200)), TemplateForm.Lines).ShouldBeNull();

        static string Refuse(string template) => TemplatedMessage.Refuse(template, TemplateForm.Lines).ShouldNotBeNull();
    }
}

using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Notification.Templates;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels;
using Xunit;

namespace Watchkeeper.Tests.Notification.Templates;

/// <summary>What holds for templates in every channel that takes one.</summary>
public sealed class TemplatedMessageTests
{
    private const string Everything = """
        **{{ service }}** {{ what }} [{{ name }}](https://wiki.example/{{ name }})
        {{ lead }} {{ words }} {{ description }} {{ why }} {{ advice }} {{ harmless }} {{ reaction }}
        {{ name }} {{ resource }} {{ account }} {{ region }} {{ acknowledged_by }} {{ label.actor }} {{ label.metric }}
        {{ facts }}
        {{ links }}
        {{ message }}
        """;

    private static readonly JsonSchemaCheck Schema =
        new(File.ReadAllText(Repository.PathOf("src/Watchkeeper/Notification/message.schema.json")));

    public static TheoryData<ChannelKind> Takers =>
        [.. ChannelCatalogue.All.Where(channel => channel.Section.Template is TemplateForm.Lines).Select(channel => channel.Kind)];

    [Theory]
    [MemberData(nameof(Takers))]
    public void Every_text_gives_a_request_that_names_the_incident_and_mentions_nobody(ChannelKind kind)
    {
        foreach (var entry in ChannelSamples.HostileTexts.SelectMany(ChannelSamples.Hostile))
        {
            var message = Create(entry, kind, Everything);
            var call = Call(kind, message);

            var texts = call.Json().Strings().ToList();
            texts.ShouldContain(text => text.Contains(ChannelSamples.Incident, StringComparison.Ordinal));
            var lines = texts.Where(text => !text.StartsWith("[HIGH]", StringComparison.Ordinal));
            lines.SelectMany(text => Signs(kind).Where(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)))
                .ShouldBeEmpty();
            // Slack limits each section, which its own tests look at.
            if (kind is not ChannelKind.Slack)
                call.Body!.Length.ShouldBeLessThanOrEqualTo(20_000);
        }

        // What a receiver would take for a mention or a link.
        static string[] Signs(ChannelKind kind) => kind switch
        {
            ChannelKind.Slack => ["<!", "<@", "<https://evil"],
            ChannelKind.Teams => ["<at"],
            ChannelKind.Feishu => ["<at", "](https://evil"],
            ChannelKind.Dingtalk => ["@all", "](https://evil"],
            _ => ["<@", "<a", "](https://evil", "@all"],
        };
    }

    [Theory]
    [MemberData(nameof(Takers))]
    public void The_lines_replace_ours_and_the_frame_stays(ChannelKind kind)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            var plain = ChannelSamples.Message(ChannelSamples.Opened, locale);
            var own = Create(ChannelSamples.Opened, kind, "Bridge **7**, see [wiki](https://wiki.example/{{ service }})", locale);
            var (body, usual) = (Joined(Call(kind, own)), Joined(Call(kind, plain)));

            body.ShouldContain("Bridge ");
            body.ShouldContain("https://wiki.example/order");
            usual.ShouldContain(plain.Content.Advice[..20]);
            body.ShouldNotContain(plain.Content.Advice[..20]);
            body.ShouldContain(plain.Content.What[..8]);
            body.ShouldContain(ChannelSamples.Incident);
        }
    }

    [Theory]
    [MemberData(nameof(Takers))]
    public void What_is_too_long_is_cut_visibly(ChannelKind kind)
    {
        var template = string.Join('\n', Enumerable.Repeat("{{ advice }} 警警警警警警警警", 100));
        var message = Create(ChannelSamples.Opened, kind, template);

        var body = Joined(Call(kind, message));

        body.ShouldContain(message.Content.Sentences[TextKey.Shortened]);
        body.ShouldContain(ChannelSamples.Incident);
    }

    [Theory]
    [MemberData(nameof(Takers))]
    public void A_template_that_cannot_be_used_is_told_with_our_own_message(ChannelKind kind)
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            var plain = ChannelSamples.Message(ChannelSamples.Opened, locale);
            var message = TemplatedMessage.Create(plain, Template(kind, "{{ nothing }}"), out var problem);

            problem.ShouldStartWith("on line 1, there is no value «nothing»");
            var body = Joined(Call(kind, message));
            body.ShouldContain(message.Content.Sentences[TextKey.TemplateProblem][..4]);
            body.ShouldContain(plain.Content.Advice[..20]);
        }
    }

    [Fact]
    public void A_mail_has_the_lines_in_both_parts()
    {
        var plain = ChannelSamples.Message(ChannelSamples.Opened);
        var own = Create(
            ChannelSamples.Opened, ChannelKind.Mail, "**Bridge 7** <b>&\n[wiki](https://wiki.example/{{ service }})\n{{ facts }}");

        own.Subject.ShouldBe(plain.Subject);
        own.Text.Split('\n').ShouldContain("Bridge 7 <b>&");
        own.Text.Split('\n').ShouldContain("wiki: https://wiki.example/order");
        own.Html.ShouldContain("<b>Bridge 7</b> &lt;b&gt;&amp;");
        own.Html.ShouldContain("""href="https://wiki.example/order""");
        foreach (var form in (string[])[own.Text, own.Html])
        {
            form.ShouldContain(ChannelSamples.Incident);
            form.ShouldContain(plain.Content.Facts[0].Value);
            form.ShouldNotContain(plain.Content.Advice[..20]);
        }

        CountOf(own.Html, "<td").ShouldBe(CountOf(own.Html, "</td>"));
        CountOf(own.Html, "<tr").ShouldBe(CountOf(own.Html, "</tr>"));
        CountOf(own.Html, "<table").ShouldBe(CountOf(own.Html, "</table>"));
    }

    [Fact]
    public void The_whole_message_in_a_mail_is_whole()
    {
        var plain = ChannelSamples.Message(ChannelSamples.Opened);
        var own = Create(ChannelSamples.Opened, ChannelKind.Mail, "before\n{{ message }}\nafter");

        foreach (var line in plain.Text.Split('\n'))
            own.Text.Split('\n').ShouldContain(line);
        CountOf(own.Html, "<td").ShouldBe(CountOf(own.Html, "</td>"));
        CountOf(own.Html, "<tr").ShouldBe(CountOf(own.Html, "</tr>"));
        own.Html.ShouldContain("before");
        own.Html.ShouldContain("after");
    }

    [Fact] // uptime-kuma 3778 and 7211, jellyfin-plugin-webhook 44: line breaks and quotes inside a value.
    public void Json_stays_json_whatever_a_value_holds()
    {
        const string body = """
            {"text": "{{ name }}", "all": "{{ message }}", "facts": "{{ facts }}", "links": "{{ links }}", "why": "{{ words }}",
             "severity": "{{ severity }}", "n": {{ signals }}, "over": {{ if ended }}true{{ else }}false{{ end }}}
            """;
        foreach (var entry in ChannelSamples.HostileTexts.SelectMany(ChannelSamples.Hostile))
        {
            foreach (var locale in Enum.GetValues<Locale>())
            {
                var message = TemplatedMessage.Create(
                    ChannelSamples.Message(entry, locale), Template(ChannelKind.Webhook, body), out var problem);

                problem.ShouldBeEmpty();
                var json = JsonElement.Parse(message.Json);
                json.EnumerateObject().Count().ShouldBe(8);
                json.GetProperty("severity").GetString().ShouldBe("high");
                json.GetProperty("all").GetString()!.ShouldContain(ChannelSamples.Incident);
            }
        }
    }

    [Fact]
    public void A_webhook_posts_and_signs_the_json_of_the_template()
    {
        var message = TemplatedMessage.Create(
            ChannelSamples.Message(ChannelSamples.Opened), Template(ChannelKind.Webhook, """{"text": "{{ what }}"}"""), out _);

        Call(ChannelKind.Webhook, message).Json().GetProperty("text").GetString().ShouldBe(message.Content.What);
    }

    [Fact] // alertmanager 2857 and 5322: a template that fails loses no alert, and says so.
    public void Json_that_cannot_be_made_is_our_own_with_the_reason()
    {
        var plain = ChannelSamples.Message(ChannelSamples.Opened);
        var message = TemplatedMessage.Create(
            plain, Template(ChannelKind.Webhook, """{"text": {{ what }}}"""), out var problem);

        problem.ShouldStartWith("it does not give JSON, as line 1 of the result shows");
        var json = JsonElement.Parse(message.Json);
        json.GetProperty("templateProblem").GetString().ShouldBe(problem);
        json.EnumerateObject().SkipLast(1).Select(member => member.ToString()).ShouldBe(
            JsonElement.Parse(plain.Json).EnumerateObject().Select(member => member.ToString()));
        Schema.Errors(message.Json).ShouldBeEmpty();
    }

    private static Message Create(TimelineEntry entry, ChannelKind kind, string template, Locale locale = Locale.English)
    {
        var message = TemplatedMessage.Create(ChannelSamples.Message(entry, locale), Template(kind, template), out var problem);
        problem.ShouldBeEmpty();
        return message;
    }

    private static ChannelTemplate Template(ChannelKind kind, string text) => new(
        kind, "https://hook.example/secret", kind is ChannelKind.Webhook ? TemplateForm.Json : TemplateForm.Lines, text);

    private static HttpCall Call(ChannelKind kind, Message message) =>
        ChannelCatalogue.All.Single(channel => channel.Kind == kind).Create(ChannelSamples.Delivery(kind, message));

    private static string Joined(HttpCall call) => string.Join('\n', call.Json().Strings());

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;
}

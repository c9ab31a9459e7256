using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class LintTests(ExpandedTemplate template)
{
    [Fact]
    public async Task Cfn_lint_reports_nothing()
    {
        var result = await Tool.CfnLint.RunAsync(Repository.Root, "template.yaml");

        (result.Output + result.Errors).ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Only_the_mail_address_is_required() =>
        template.Root.GetProperty("Parameters").EnumerateObject()
            .Where(parameter => !parameter.Value.TryGetProperty("Default", out _))
            .Select(parameter => parameter.Name)
            .ShouldBe(["MailAddress"]);

    [Fact]
    public void Every_parameter_and_output_is_described()
    {
        foreach (var section in (string[])["Parameters", "Outputs"])
        {
            foreach (var entry in template.Root.GetProperty(section).EnumerateObject())
                entry.Value.GetProperty("Description").GetString().ShouldNotBeNullOrWhiteSpace(entry.Name);
        }
    }

    [Fact]
    public async Task No_account_and_no_partition_is_written_out()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("template.yaml"), TestContext.Current.CancellationToken);

        text.ShouldNotContain("arn:aws:");
        Regex.IsMatch(text, "[0-9]{12}", RegexOptions.NonBacktracking).ShouldBeFalse();
    }
}

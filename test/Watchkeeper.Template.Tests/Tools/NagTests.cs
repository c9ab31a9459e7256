using System.Text.Json;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests.Tools;

/// <summary>
/// cdk-nag's checks of AWS solutions, of serverless ones, and by NIST 800-53, HIPAA and PCI DSS. What it finds all the same, the template's
/// metadata gives reasons for.
/// </summary>
public sealed class NagTests(ExpandedTemplate expanded)
{
    private static readonly Tool Node = new("node", "Node.js 20 or later with npm (Debian: apt-get install npm)");
    private static readonly Tool Npm = Node with { Program = "npm" };
    private static readonly string Folder = Repository.PathOf("test", "Watchkeeper.Template.Tests", "Tools", "nag");

    [Fact]
    public async Task All_that_is_found_has_a_reason_and_every_reason_is_for_something_that_is_found()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            TestContext.Current.SendDiagnosticMessage("Fetching cdk-nag and the CDK (npm ci, 190 MB on the disk, only this once)");
            var fetched = await Npm.RunAsync(Folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            fetched.ExitCode.ShouldBe(0, fetched.Errors);
        }

        using var template = await DecidedTemplate.OfAsync();
        var result = await Node.RunAsync(Folder, "nag.js", template.Path);
        result.ExitCode.ShouldBe(0, result.Errors);

        var findings = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Finding.Read).ToList();
        findings.Where(finding => finding.Outcome != "suppressed").ShouldBeEmpty();
        findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).ShouldBe(Reasons(), ignoreOrder: true);
    }

    private IEnumerable<string> Reasons() =>
        expanded.Root.GetProperty("Metadata").GetProperty("cdk_nag").GetProperty("rules_to_suppress").EnumerateArray()
            .Select(each => each.GetProperty("id").GetString()!);

    private sealed record Finding(string Outcome, string Rule, string Resource)
    {
        public static Finding Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
            return new Finding(Text("outcome"), Text("rule"), Text("resource"));
        }
    }
}

using System.CommandLine;
using Watchkeeper.Cli.Describing;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections coverage</c>: shows what the detections cover.</summary>
internal static class DetectionsCoverageCommand
{
    public static Command Create()
    {
        var by = new Option<string>("--by")
        {
            Description = "What to count: techniques of MITRE ATT&CK, controls of CIS AWS Foundations v3.0.0, or services.",
            DefaultValueFactory = _ => CoverageBy.Technique.ToKebabCase(),
        }.OneOf([.. Enum.GetValues<CoverageBy>().Select(value => value.ToKebabCase())]);
        var rules = RulesOption.Create();
        var output = OutputOption.Create();
        var command = new Command("coverage", "Show which techniques, controls or services the detections cover.")
        {
            by, rules, output,
        };
        command.SetAction((parsed, _) => Described.RunAsync(parsed.GetValue(rules), (screen, all) =>
        {
            var asked = KebabCase.Parse<CoverageBy>(parsed.GetRequiredValue(by))!.Value;
            new CoverageTable(screen).Show(Coverage.Of(all, asked), asked, parsed.IsJson(output));
            return ExitCode.Done;
        }));
        return command;
    }
}

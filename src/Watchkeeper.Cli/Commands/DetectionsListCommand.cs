using System.CommandLine;
using Watchkeeper.Cli.Describing;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections list</c>: prints one line for each detection.</summary>
internal static class DetectionsListCommand
{
    public static Command Create()
    {
        var rules = RulesOption.Create();
        var stage = new Option<string?>("--stage") { Description = "Only detections of this stage." }
            .OneOf([.. Enum.GetValues<DetectionStage>().Select(value => value.ToKebabCase())]);
        var severity = new Option<string?>("--severity") { Description = "Only detections of this severity." }
            .OneOf([.. Enum.GetValues<Severity>().Select(value => value.ToKebabCase())]);
        var service = new Option<string?>("--service")
        {
            Description = "Only detections about this service, by its event source in CloudTrail, such as kms or "
                + "kms.amazonaws.com.",
            HelpName = "name",
        };
        var technique = new Option<string?>("--technique")
        {
            Description = "Only detections of this MITRE ATT&CK technique, such as T1098.001; T1098 includes its sub-techniques.",
            HelpName = "code",
        };
        technique.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && !TechniqueCode.IsValid(code.ToUpperInvariant()))
                result.AddError("--technique must be a technique such as T1098 or T1098.001.");
        });
        var output = OutputOption.Create();
        var command = new Command("list", "List the detections, one on each line.")
        {
            rules, stage, severity, service, technique, output,
        };
        command.SetAction((parsed, _) => Described.RunAsync(parsed.GetValue(rules), (screen, all) =>
        {
            var filter = new DetectionFilter
            {
                Stage = parsed.GetValue(stage) is { } wanted ? KebabCase.Parse<DetectionStage>(wanted) : null,
                Severity = parsed.GetValue(severity) is { } least ? KebabCase.Parse<Severity>(least) : null,
                Service = parsed.GetValue(service),
                Technique = parsed.GetValue(technique),
            };
            new DetectionList(screen).Show(all, filter, parsed.IsJson(output));
            return ExitCode.Done;
        }));
        return command;
    }
}

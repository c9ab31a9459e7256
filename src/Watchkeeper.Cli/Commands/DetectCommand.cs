using System.CommandLine;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Detecting.Reporting;
using Watchkeeper.Cli.Files;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detect</c>: evaluates detections over files of CloudTrail events.</summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files or folders, gzip or not; - is standard input. A file holds CloudTrail records or EventBridge "
                + "events: one, one on each line, an array, {\"Records\":[…]} as a trail writes it, or {\"Events\":[…]} as "
                + "LookupEvents answers.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(UsageErrors.RefuseOptions);
        paths.Validators.Add(result =>
        {
            if (result.Tokens.Count(token => token.Value == InputStream.Standard) > 1)
                result.AddError("«-» is given more than once: standard input can be read once.");
        });
        var rules = RulesOption.Create();
        var failOn = new Option<string>("--fail-on")
        {
            Description = "End with exit code 1 if a finding has this severity or a higher one.",
            HelpName = "severity",
        };
        failOn.OneOf([.. Enum.GetValues<Severity>().Select(severity => severity.ToKebabCase())]);
        var output = OutputOption.Create();
        var command = new Command("detect", "Run the detections over files of CloudTrail events and print each finding.")
            { paths, rules, failOn, output };
        command.SetAction((parsed, stop) => DetectAsync(
            parsed.GetValue(paths) ?? [],
            parsed.GetValue(rules) ?? [],
            parsed.GetValue(failOn) is { } severity ? KebabCase.Parse<Severity>(severity) : null,
            parsed.IsJson(output),
            stop));
        return command;
    }

    private static async Task<int> DetectAsync(
        string[] paths, string[] rules, Severity? failOn, bool asJson, CancellationToken stop)
    {
        if (await OwnDetections.LoadAsync(rules, Console.Error) is not { } detections)
            return ExitCode.BadUsage;
        IFindingWriter writer =
            asJson ? new JsonFindingWriter(Console.Out) : new TextFindingWriter(Console.Out, Console.Error);
        var run = new DetectRun(new DetectionMatcher(detections), writer, Console.Error, Clock.System)
        {
            IsWatched = !Console.IsErrorRedirected,
        };
        var result = await run.RunAsync(paths, stop);
        if (!result.IsWhole)
            return ExitCode.BadUsage;
        return failOn is not null && result.Worst >= failOn ? ExitCode.NoOrFailed : ExitCode.Done;
    }
}

using System.CommandLine;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detect</c>: evaluates detections over files of CloudTrail events.</summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files (.json or .json.gz) or folders. A file holds an EventBridge event, a bare CloudTrail "
                + "record, or a CloudTrail log file {\"Records\":[…]}.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = OutputOption.Create();
        var command = new Command("detect", "Run the detections over files of CloudTrail events and print each finding.")
            { paths, output };
        command.SetAction((parsed, _) => DetectAsync(parsed.GetValue(paths) ?? [], parsed.IsJson(output)));
        return command;
    }

    private static async Task<int> DetectAsync(string[] paths, bool asJson)
    {
        var run = new DetectRun(new DetectionMatcher(DetectionCatalogue.All), Clock.System, Console.Out, Console.Error, asJson);
        await foreach (var file in InputFiles.ReadAsync(paths))
        {
            if (file.Error is null)
                await run.TakeAsync(file.Name, file.Bytes);
            else
                await run.RefuseAsync(file.Name, new Rejection("", file.Error));
        }

        return await run.EndAsync() ? ExitCode.Done : ExitCode.NoOrFailed;
    }
}

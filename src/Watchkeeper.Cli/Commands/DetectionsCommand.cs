using System.CommandLine;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections test</c>: checks detections against their own tests.</summary>
internal static class DetectionsCommand
{
    public static Command Create() => new("detections", "Test detections.") { CreateTest() };

    private static Command CreateTest()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files with one detection each, or folders of them. Default: the detections built into Watchkeeper.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = OutputOption.Create();
        var command = new Command("test", "Run the test cases that each detection file contains.") { paths, output };
        command.SetAction((parsed, _) => TestAsync(parsed.GetValue(paths) ?? [], parsed.IsJson(output)));
        return command;
    }

    private static async Task<int> TestAsync(string[] paths, bool asJson)
    {
        var run = new DetectionTestRun(Console.Out, asJson);
        if (paths.Length == 0)
        {
            foreach (var id in DetectionCatalogue.Ids)
                await run.TestAsync($"{id}.json", DetectionCatalogue.FileOf(id));
        }

        await foreach (var file in InputFiles.ReadAsync(paths))
        {
            if (file.Error is null)
                await run.TestAsync(file.Name, file.Bytes);
            else
                await run.RefuseAsync(file.Name, new Rejection("", file.Error));
        }

        return await run.EndAsync() ? ExitCode.Done : ExitCode.NoOrFailed;
    }
}

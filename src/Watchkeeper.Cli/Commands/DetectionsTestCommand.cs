using System.CommandLine;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections test</c>: checks detections against their own tests.</summary>
internal static class DetectionsTestCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files with one detection each (ID.json, its tests beside it in ID.tests.json), or folders of them. "
                + "Default: the detections built into Watchkeeper.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(UsageErrors.RefuseOptions);
        var output = OutputOption.Create();
        var command = new Command("test", "Run the test cases beside each detection file.") { paths, output };
        command.SetAction((parsed, _) => TestAsync(parsed.GetValue(paths) ?? [], parsed.IsJson(output)));
        return command;
    }

    private static async Task<int> TestAsync(string[] paths, bool asJson)
    {
        var run = new DetectionTestRun(Console.Out, asJson);
        if (paths.Length == 0)
        {
            foreach (var file in DetectionFiles.BuiltIn())
                await run.TestAsync(file);
        }

        foreach (var file in DetectionFiles.Read(paths))
            await run.TestAsync(file);

        return await run.EndAsync() ? ExitCode.Done : ExitCode.NoOrFailed;
    }
}

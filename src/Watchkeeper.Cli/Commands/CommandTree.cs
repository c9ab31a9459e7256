using System.CommandLine;
using System.CommandLine.Invocation;

namespace Watchkeeper.Cli.Commands;

/// <summary>The command line. Each command is one file in this folder and one line here.</summary>
internal static class CommandTree
{
    public static RootCommand Create() => new("Watchkeeper: the monitoring centre of a distributed application on AWS.")
    {
        RunCommand.Create(),
        IncidentsCommand.Create(),
        IncidentCommand.Create(),
        AckCommand.Create(),
        ResolveCommand.Create(),
        CommentCommand.Create(),
        DecisionsCommand.Create(),
        WhyCommand.Create(),
        EmulateCommand.Create(),
        MatchCommand.Create(),
        DetectCommand.Create(),
        DetectionsCommand.Create(),
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Action is not ParseErrorAction) return await parsed.InvokeAsync();

        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        var name = parsed.CommandResult.Command is RootCommand
            ? "watchkeeper"
            : $"watchkeeper {parsed.CommandResult.Command.Name}";
        await Console.Error.WriteLineAsync($"Run «{name} --help» for usage.");
        return ExitCode.BadUsage;
    }
}

using System.CommandLine;
using System.CommandLine.Invocation;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Usage;

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
        SilenceCommand.Create(),
        DecisionsCommand.Create(),
        WhyCommand.Create(),
        EmulateCommand.Create(),
        MatchCommand.Create(),
        DetectCommand.Create(),
        DetectionsCommand.Create(),
        ConfigCommand.Create(),
        RouteCommand.Create(),
    };

    /// <summary>The program as the user typed it, for hints.</summary>
    public static string Program() => NextCommands.Program(
        AppContext.BaseDirectory, Environment.ProcessPath, Directory.GetCurrentDirectory(),
        Environment.GetEnvironmentVariable("PATH"));

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        Console.SetOut(new NamedOutput(Console.Out));
        try
        {
            return await ParseAsync(arguments);
        }
        // Nobody reads the errors, or their disk is full: there is no other place to say it.
        catch (IOException)
        {
            return ExitCode.NoOrFailed;
        }
    }

    private static async Task<int> ParseAsync(IReadOnlyList<string> arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Action is not ParseErrorAction)
            return await InvokeAsync(parsed);

        foreach (var error in UsageErrors.Of(parsed))
            await Console.Error.WriteLineAsync(error);
        var path = UsageErrors.PathOf(parsed.CommandResult);
        await Console.Error.WriteLineAsync($"For help: {Program()} {path}{(path.Length > 0 ? " " : "")}--help");
        return ExitCode.BadUsage;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        // A folder that cannot be written, a full disk: the message names the file.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or OutputFailedException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCode.NoOrFailed;
        }
    }
}

using System.CommandLine;
using Spectre.Console;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>run</c>: runs the whole system on this machine.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var backend = new Option<string>("--backend")
        {
            Description = "What it runs on: embedded needs nothing but the .NET SDK; emulators runs the real executables against DynamoDB Local and moto.",
            DefaultValueFactory = _ => "embedded",
        }.AcceptOnlyFromAmong("embedded", "emulators");
        var events = new Option<string?>("--events")
        { Description = "A file with one event, or a folder of them. Default: the folder events beside the template." };
        var once =
            new Option<bool>("--once") { Description = "End when all is quiet; otherwise further events are taken by HTTP." };
        var port = new Option<int>("--port")
        {
            Description = "The port of this machine on which further events are taken; 0 takes a free one.",
            DefaultValueFactory = _ => 4680
        };
        var template =
            new Option<string?>("--template") { Description = "The SAM template. Default: template.yaml here or above." };
        var data = new Option<string?>("--data")
        { Description = "The folder for messages, dead letters and data. Default: a new one under .watchkeeper/runs." };
        var parameters = new Option<string[]>("--parameter")
        { Description = "NAME=VALUE for a parameter of the template; may be repeated.", AllowMultipleArgumentsPerToken = false };
        var executable = new Option<string?>("--executable")
        { Description = "With emulators: the functions' executable, such as a published bootstrap. Default: the one that the build made." };
        var output = OutputOption.Create();
        parameters.Validators.Add(result =>
        {
            foreach (var value in result.Tokens.Where(token => !token.Value.Contains('=', StringComparison.Ordinal)))
                result.AddError($"--parameter «{value.Value}»: give NAME=VALUE.");
        });
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError("--port must be from 0 to 65535.");
        });

        var command = new Command(
            "run", "Run the whole system on this machine: events become incidents, incidents become messages.")
        {
            backend, events, once, port, template, data, executable, parameters, output,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new RunOptions
            {
                Backend = parsed.GetRequiredValue(backend),
                Events = parsed.GetValue(events),
                Template = parsed.GetValue(template),
                Data = parsed.GetValue(data),
                Executable = parsed.GetValue(executable),
                Once = parsed.GetValue(once),
                Port = parsed.GetValue(port),
                Parameters = (parsed.GetValue(parameters) ?? []).Select(each => each.Split('=', 2))
                    .GroupBy(each => each[0], StringComparer.Ordinal)
                    .ToDictionary(each => each.Key, each => each.Last()[1], StringComparer.Ordinal),
            },
            parsed.IsJson(output) ? new JsonOutput(Console.Out) : new TextOutput(Terminal()),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RunOptions options, IRunOutput output, CancellationToken cancellationToken)
    {
        try
        {
            await new RunSession(options, output, Clock.System).RunAsync(cancellationToken);
            return ExitCode.Done;
        }
        catch (RunException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.NoOrFailed;
        }
    }

    private static IAnsiConsole Terminal()
    {
        var console = AnsiConsole.Console;
        // A pipe has no width, so lines are not wrapped.
        if (Console.IsOutputRedirected)
            console.Profile.Width = 400;
        return console;
    }
}

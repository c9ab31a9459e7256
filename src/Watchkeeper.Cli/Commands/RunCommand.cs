using System.CommandLine;
using System.Net;
using Spectre.Console;
using Watchkeeper.Cli.Applying;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Run.Output;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>run</c>: runs the whole system on this machine.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var backend = new Option<string>("--backend")
        {
            Description = "embedded needs only the .NET SDK; emulators runs the real executables against DynamoDB Local "
                + "and moto.",
            DefaultValueFactory = _ => "embedded",
        }.OneOf("embedded", "emulators");
        var events = new Option<string?>("--events")
        {
            Description = "A file with events (one, one on each line, or an array; gzip or not), a folder of such files, or - "
                + "for standard input. Default: the folder «events» beside the template.",
        };
        var once = new Option<bool>("--once")
        { Description = "Stop after the given events. Without it, run accepts further events by HTTP." };
        var port = NumberOption.Create(
            "--port", "The local port that accepts further events; 0 takes any free port.", 4680, 0, IPEndPoint.MaxPort);
        var template = new Option<string?>("--template")
        { Description = "The SAM template. Default: template.yaml in this folder or a folder above." };
        var data = new Option<string?>("--data")
        { Description = "The folder for messages, dead letters and data. Default: a new folder under .watchkeeper/runs." };
        var parameters = ParameterOption();
        var executable = new Option<string?>("--executable")
        { Description = "For emulators: the executable of the functions (a published bootstrap). Default: the built one." };
        var secrets = SecretsOption.Create();
        var rules = RulesOption.Create();
        var config = ConfigOptions.File();
        var verbose = new Option<bool>("--verbose")
        { Description = "Say all that is known of each event, over several lines: files, messages, reasons." };
        var output = OutputOption.Create();

        var command = new Command(
            "run", "Run the whole system on this machine: events become incidents, and incidents become messages.")
        {
            backend, events, once, port, template, data, executable, parameters, secrets, rules, config, verbose, output,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new RunOptions
            {
                Backend = parsed.GetRequiredValue(backend),
                Events = parsed.GetValue(events),
                Template = parsed.GetValue(template),
                Data = parsed.GetValue(data),
                Executable = parsed.GetValue(executable),
                Secrets = parsed.GetValue(secrets),
                Once = parsed.GetValue(once),
                Port = parsed.GetValue(port),
                Parameters = (parsed.GetValue(parameters) ?? []).Select(each => each.Split('=', 2))
                    .GroupBy(each => each[0], StringComparer.Ordinal)
                    .ToDictionary(each => each.Key, each => each.Last()[1], StringComparer.Ordinal),
            },
            parsed.GetValue(rules) ?? [],
            parsed.GetValue(config),
            parsed.IsJson(output)
                ? new JsonOutput(Console.Out)
                : Text(parsed.GetRequiredValue(backend) == "embedded" || !parsed.GetValue(once), parsed.GetValue(verbose)),
            cancellationToken));
        return command;
    }

    private static Option<string[]> ParameterOption()
    {
        var parameters = new Option<string[]>("--parameter")
        { Description = "NAME=VALUE sets a parameter of the template. May be repeated.", AllowMultipleArgumentsPerToken = false };
        parameters.Validators.Add(result =>
        {
            foreach (var value in result.Tokens.Where(token => !token.Value.Contains('=', StringComparison.Ordinal)))
                result.AddError($"--parameter is «{value.Value}»: it must be NAME=VALUE.");
        });
        return parameters;
    }

    private static async Task<int> RunAsync(
        RunOptions options, string[] rules, string? config, IRunOutput output, CancellationToken cancellationToken)
    {
        var screen = Asked.Screen();
        OwnList? own = null;
        if (rules.Length > 0)
        {
            (own, var problem) = await OwnList.ReadAsync(rules, screen);
            if (own is null)
                return Asked.CodeOf(problem);
            // The run goes on: it shows what happens to such a call.
            own.LacksReads(screen);
        }

        ConfigurationFile? file = null;
        if (config is not null
            && await Asked.TryAsync(screen, ReadAsync) is not ExitCode.Done and var code)
        {
            return code;
        }

        try
        {
            var session = new RunSession(options, output, Clock.System)
            {
                Beginnings = new RunBeginnings { Own = own, Configuration = file },
                ShowsProgress = Console.IsOutputRedirected && !Console.IsErrorRedirected,
            };
            var summary = await session.RunAsync(cancellationToken);
            return options.Once && summary is { StoppedOf: null, UnexpectedFailures: > 0 } ? ExitCode.NoOrFailed : ExitCode.Done;
        }
        catch (RunException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return error.IsUsage ? ExitCode.BadUsage : ExitCode.NoOrFailed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the first event.");
            return ExitCode.Done;
        }

        async Task<Answer> ReadAsync()
        {
            // The run goes on without a rule for each call: it shows what happens to such a call.
            file = await ConfigurationInput.ReadAsync(config, Clock.System.GetUtcNow(), deliversAll: true);
            if (own is not null && file.Own is not null)
                throw new AskException("--rules and detections.files of --config are two lists: leave one out.");
            return ProblemText.NoteThatMatters(screen, ConfigurationInput.NameOf(config), file) ? Answer.Yes : Answer.No;
        }
    }

    // The data of the emulators ends with their run, so nothing is left to ask.
    private static TextOutput Text(bool canBeAsked, bool isVerbose) => new(AnsiConsole.Console)
    {
        Width = Console.IsOutputRedirected ? null : AnsiConsole.Console.Profile.Width,
        IsVerbose = isVerbose,
        Program = canBeAsked ? CommandTree.Program() : null,
    };
}

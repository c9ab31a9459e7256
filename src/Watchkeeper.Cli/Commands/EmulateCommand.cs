using System.Collections.Immutable;
using System.CommandLine;
using System.Net;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Commands;

/// <summary>
/// <c>emulate</c>: simulates AWS with moto and creates the template's resources, for functions that run elsewhere.
/// </summary>
internal static class EmulateCommand
{
    public static Command Create()
    {
        var host = new Option<string>("--host")
        {
            Description = "The address to listen on; 0.0.0.0 lets containers reach the emulator.",
            DefaultValueFactory = _ => "127.0.0.1"
        };
        var port = NumberOption.Create(
            "--port", "The port to listen on; 0 takes any free port.", 4681, 0, IPEndPoint.MaxPort);
        var region = new Option<string>("--region")
        {
            Description = "The AWS region of all resources.",
            DefaultValueFactory = _ => EmulatedWorld.DefaultRegion
        };
        var template = new Option<string?>("--template")
        {
            Description = "The SAM template. Default: template.yaml in this folder or a folder above."
        };
        var alarms = new Option<string[]>("--alarm")
        {
            Description = "A file with an alarm event; the emulated CloudWatch returns the alarm in that state. May be repeated."
        };
        var command = new Command(
            "emulate",
            "Emulate AWS with moto, with the template's table, queues and topics, for a function that you run yourself "
            + "(for example with sam local invoke).")
        {
            host, port, region, template, alarms,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Repository.Template(parsed.GetValue(template)),
            parsed.GetRequiredValue(region),
            parsed.GetValue(alarms) ?? [],
            (parsed.GetRequiredValue(host), parsed.GetRequiredValue(port)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string template, string region, string[] alarmFiles, (string Host, int Port) address, CancellationToken cancellationToken)
    {
        try
        {
            var folder = Path.GetDirectoryName(template)!;
            var names = new PhysicalNames { Region = region };
            var wiring = Repository.Wiring(template, ImmutableDictionary<string, string>.Empty, names);
            var application = new EmbeddedApplication(Path.Combine(folder, "events", EventFiles.ApplicationFolder));
            var alarms = await application.AlarmsAsync(names.Account, region, Clock.System, cancellationToken);
            foreach (var file in alarmFiles.SelectMany(file => EventFiles.Load(file)))
                alarms.Observe(file.Bytes, Clock.System.GetUtcNow());
            var options = new EmulatorOptions
            {
                Root = Repository.ToolRoot(template),
                Time = Clock.System,
                Host = address.Host,
                Port = address.Port == 0 ? null : address.Port,
            };
            await using var world = await MotoWorld.StartAsync(wiring, application, alarms, options, cancellationToken);
            Console.WriteLine(
                $"AWS is emulated at {world.Url} in {region}, account {names.Account}: "
                + $"{string.Join(", ", wiring.Tables.Select(table => table.LogicalId))}, {wiring.Queues.Length} queues, "
                + $"{wiring.Topics.Length} topics and the example application. Ctrl+C stops it.");
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return ExitCode.Done;
        }
        catch (RunException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.NoOrFailed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }
}

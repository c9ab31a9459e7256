using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Benchmarks.World;

/// <summary>DynamoDB Local and moto, set up by the template, with the functions as the template configures them.</summary>
internal sealed class BenchmarkWorld : IAsyncDisposable
{
    private static readonly string[] MailVariables = ["WATCHKEEPER_MAIL_FROM", "WATCHKEEPER_MAIL_TO"];

    private readonly EmulatedWorld emulators;
    private readonly TemplateWiring wiring;

    private BenchmarkWorld(EmulatedWorld emulators, TemplateWiring wiring) => (this.emulators, this.wiring) = (emulators, wiring);

    /// <summary>Starts both.</summary>
    public static async Task<BenchmarkWorld> StartAsync(string repository, CancellationToken cancellationToken)
    {
        var options = new EmulatorOptions { Root = repository, Time = Clock.System, Progress = Console.Error.WriteLine };
        var emulators = await EmulatedWorld.StartAsync(options, cancellationToken);
        var names = new PhysicalNames { QueueEndpoint = new Uri(emulators.MotoUrl) };
        var wiring = Repository.Wiring(
            Path.Combine(repository, "template.yaml"), ImmutableDictionary<string, string>.Empty, names);
        var application = new EmbeddedApplication(Path.Combine(repository, "events", EventFiles.ApplicationFolder));
        await emulators.PrepareAsync(wiring, application, Clock.System, cancellationToken);
        return new BenchmarkWorld(emulators, wiring);
    }

    /// <summary>A function as the template has it, but for mails, which are not sent here.</summary>
    public FunctionSettings SettingsOf(string function)
    {
        var settings = emulators.SettingsOf(wiring.Functions.Single(each => each.LogicalId == function), wiring.Names);
        return settings with
        {
            Timeout = TimeSpan.FromMinutes(1),
            Variables = settings.Variables.RemoveRange(MailVariables)
                // boto3 knows the region by this name; Lambda sets both.
                .SetItem("AWS_DEFAULT_REGION", EmulatedWorld.UsualRegion),
        };
    }

    /// <summary>The slots that came into the table since the last call, as its stream hands them over.</summary>
    public async Task<ImmutableArray<StreamRecord>> NewSlotsAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<StreamRecord>();
        while (await emulators.Stream.ReadAsync("benchmarks", cancellationToken) is { IsEmpty: false } records)
            found.AddRange(records.Where(IsSlot));
        return found.ToImmutable();
    }

    public ValueTask DisposeAsync() => emulators.DisposeAsync();

    private static bool IsSlot(StreamRecord record)
    {
        using var document = JsonDocument.Parse(record.Json);
        return document.RootElement.GetProperty("dynamodb").GetProperty("Keys").GetProperty("sk").GetProperty("S").ValueEquals("SLOT");
    }
}

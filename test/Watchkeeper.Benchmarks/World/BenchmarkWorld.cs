using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Benchmarks.World;

/// <summary>DynamoDB Local and moto, set up by the template, and the functions as the template configures them.</summary>
internal sealed class BenchmarkWorld : IAsyncDisposable
{
    private static readonly string[] MailVariables = ["WATCHKEEPER_MAIL_BY", "WATCHKEEPER_MAIL_FROM", "WATCHKEEPER_MAIL_TO"];

    private const string TableVariable = "WATCHKEEPER_TABLE";
    private const string QuietTable = "QuietTable";
    private const string TrailTable = "TrailTable";

    private readonly EmulatedWorld emulators;
    private readonly MotoAlarms alarms;
    private readonly TemplateWiring wiring;

    private BenchmarkWorld(EmulatedWorld emulators, MotoAlarms alarms, TemplateWiring wiring, AppliedVersion version) =>
        (this.emulators, this.alarms, this.wiring, Version) = (emulators, alarms, wiring, version);

    /// <summary>The version of the configuration that functions find if it is put in force; none is at first.</summary>
    public AppliedVersion Version { get; }

    /// <summary>Starts both.</summary>
    public static async Task<BenchmarkWorld> StartAsync(string repository, CancellationToken cancellationToken)
    {
        var alarms = new MotoAlarms(Directory.CreateTempSubdirectory("watchkeeper-benchmarks-").FullName);
        var application = new EmbeddedApplication(Path.Combine(repository, "events", EventFiles.ApplicationFolder));
        var options = new EmulatorOptions
        {
            Root = repository,
            Time = Clock.System,
            Progress = Console.Error.WriteLine,
            Variables = MotoInstances.Variables(application).Add(MotoAlarms.Variable, alarms.Path),
        };
        var emulators = await EmulatedWorld.StartAsync(options, cancellationToken);
        var names = new PhysicalNames { QueueEndpoint = new Uri(emulators.MotoUrl) };
        var wiring = Repository.Wiring(
            Path.Combine(repository, "template.yaml"), ImmutableDictionary<string, string>.Empty, names);
        await emulators.PrepareAsync(wiring, application, Clock.System, cancellationToken);
        foreach (var table in (string[])[QuietTable, TrailTable])
            await emulators.DynamoDb.CreateTableAsync(TableSchema.RequestFor(wiring.Tables.Single(), table), cancellationToken);
        var version = await AppliedVersion.ApplyAsync(
            emulators.DynamoDb, [wiring.Tables.Single().LogicalId, QuietTable, TrailTable], cancellationToken);
        await version.SetAsync(toBeInForce: false, cancellationToken);
        return new BenchmarkWorld(emulators, alarms, wiring, version);
    }

    /// <summary>A function's settings from the template, without mails.</summary>
    public FunctionSettings SettingsOf(string function)
    {
        var settings = emulators.SettingsOf(wiring.Functions.Single(each => each.LogicalId == function), wiring.Names);
        return settings with
        {
            Timeout = TimeSpan.FromMinutes(1),
            Variables = settings.Variables.RemoveRange(MailVariables)
                // boto3 reads the region from this variable; Lambda sets both.
                .SetItem("AWS_DEFAULT_REGION", EmulatedWorld.DefaultRegion),
        };
    }

    /// <summary>SweepFunction over a table that nobody writes to; otherwise its work would grow from round to round.</summary>
    public FunctionSettings SettingsOfSweep() => Over(QuietTable, "SweepFunction");

    /// <summary>TrailFunction over a table of its own, because the changes of the others' table are alarms'.</summary>
    public FunctionSettings SettingsOfTrail() => Over(TrailTable, "TrailFunction");

    private FunctionSettings Over(string table, string function)
    {
        var settings = SettingsOf(function);
        return settings with { Variables = settings.Variables.SetItem(TableVariable, table) };
    }

    /// <summary>A scheduled event of SweepFunction.</summary>
    public byte[] Tick() => ScheduledEventJson.Create(
        wiring.Schedules.Single(each => each.Function == "SweepFunction"), wiring.Names, Clock.System.GetUtcNow()).ToArray();

    /// <summary>Makes CloudWatch show the alarm of an event, and no other.</summary>
    public void Show(byte[] alarm)
    {
        var shown = new EmbeddedAlarms(wiring.Names.Account, wiring.Names.Region);
        shown.Observe(alarm, Clock.System.GetUtcNow());
        alarms.Show(shown);
    }

    /// <summary>The slots added to the table since the last call, as stream records.</summary>
    public async Task<ImmutableArray<StreamRecord>> NewSlotsAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<StreamRecord>();
        while (await emulators.Stream.ReadAsync("benchmarks", cancellationToken) is { IsEmpty: false } records)
            found.AddRange(records.Where(IsSlot));
        return found.ToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        await emulators.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(alarms.Path)!, recursive: true);
    }

    private static bool IsSlot(StreamRecord record)
    {
        using var document = JsonDocument.Parse(record.Json);
        return document.RootElement.GetProperty("dynamodb").GetProperty("Keys").GetProperty("sk").GetProperty("S")
            .ValueEquals("SLOT");
    }
}

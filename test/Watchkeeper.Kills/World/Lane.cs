using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Configuration;
using Watchkeeper.Kills.Faults;
using Watchkeeper.Storage;

namespace Watchkeeper.Kills.World;

/// <summary>
/// One installation: a table, its stream, a dead-letter queue, and the template's functions behind a proxy of their own. Lambda's
/// waits are shortened, and claims expire after seconds; everything else is as in the local run.
/// </summary>
internal sealed class Lane : IAsyncDisposable
{
    // A claim holds until its process's deadline: long enough for one invocation on a busy machine, and no longer.
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a claim of the sweep holds where nothing is kept back.</summary>
    public static readonly TimeSpan ShortHoldOfSweep = TimeSpan.FromSeconds(3);

    // The claim of a killed process must expire within a mapping's retries.
    private static readonly RetryWaits StreamWaits = new([TimeSpan.FromMilliseconds(400)]);

    private readonly ImmutableDictionary<string, WatchedFunction> functions;
    private readonly ImmutableArray<StreamFeed> feeds;
    private readonly List<string> givenUp = [];
    private readonly TemplateWiring wiring;
    private readonly EmbeddedAlarms alarms;
    private readonly MotoAlarms shown;
    private readonly ConfigurationStore configurations;
    private int requests;
    private bool isConfigured;

    private Lane(
        KillWorld world, FaultProxy proxy, MotoAlarms shown, TemplateWiring wiring, LaneNames names, LaneAddresses addresses,
        TimeSpan holdOfSweep)
    {
        (World, Proxy, this.shown, this.wiring, Names) = (world, proxy, shown, wiring, names);
        alarms = new EmbeddedAlarms(wiring.Names.Account, wiring.Names.Region);
        functions = wiring.Functions.ToImmutableDictionary(
            each => each.LogicalId, each => new WatchedFunction(Process(each, addresses, holdOfSweep), proxy), StringComparer.Ordinal);
        var stream = new EmulatedStream(world.Http, addresses.DynamoDb, names.StreamArn, TimeProvider.System);
        feeds = [.. wiring.Streams.Select(each => new StreamFeed(each, Batches(each), stream))];
        var table = new DynamoDbTable(world.Emulated.DynamoDb, names.Table, TimeProvider.System);
        Detections = new AppliedDetectionStore(table);
        configurations = new ConfigurationStore(table, TimeProvider.System);
        var retention = WatchkeeperConfiguration.Default().HistoryRetention;
        Silences = new SilenceStore(table, retention, TimeProvider.System);
        Notifications = new NotificationLog(table, retention);
    }

    public KillWorld World { get; }

    /// <summary>The wiring of the template.</summary>
    public TemplateWiring Wiring => wiring;

    public FaultProxy Proxy { get; }

    public LaneNames Names { get; }

    /// <summary>The table's timelines, past the proxy.</summary>
    public NotificationLog Notifications { get; }

    /// <summary>The table's silences, past the proxy.</summary>
    public SilenceStore Silences { get; }

    /// <summary>The table's list of own detections, past the proxy.</summary>
    public AppliedDetectionStore Detections { get; }

    /// <summary>Opens one with functions of its own.</summary>
    /// <param name="world">The emulators.</param>
    /// <param name="holdOfSweep">How long a claim of the sweep holds.</param>
    /// <param name="cancellationToken">Cancels the creation.</param>
    public static async Task<Lane> OpenAsync(KillWorld world, TimeSpan holdOfSweep, CancellationToken cancellationToken)
    {
        var plain = KillWorld.WiringFor(new PhysicalNames());
        var table = world.NewName("table");
        var made = await world.Emulated.DynamoDb.CreateTableAsync(
            TableSchema.RequestFor(plain.Tables.Single(), table), cancellationToken);
        var deadLetters = await world.Queues.CreateQueueAsync(world.NewName("dead-letters"), cancellationToken);
        var names = new LaneNames(table, made.TableDescription.LatestStreamArn, deadLetters.QueueUrl);
        var shown = new MotoAlarms(world.NewPlace());
        var proxy = new FaultProxy(shown.Path);
        var usual = world.Emulated.SettingsOf(plain.Functions[0], plain.Names).Variables;
        var addresses = await LaneAddresses.StandBeforeAsync(proxy, usual);
        return new Lane(world, proxy, shown, plain, names, addresses, holdOfSweep);
    }

    /// <summary>Takes the cap away where no scenario has applied a version.</summary>
    public Task UncapAsync(CancellationToken cancellationToken) =>
        isConfigured ? Task.CompletedTask : ConfigureAsync("", cancellationToken);

    /// <summary>Applies a version of the configuration. Without a cap: the rounds of a lane would be one storm for its addresses.</summary>
    /// <param name="text">The file, without the cap.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ConfigureAsync(string text, CancellationToken cancellationToken)
    {
        isConfigured = true;
        var path = Path.Combine(World.NewPlace(), "watchkeeper.yaml");
        await File.WriteAllTextAsync(path, $"{text}\nstorm_cap: {{burst: 0}}\n", cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        await configurations.ApplyAsync(
            null, ConfigurationInput.Read(path, now).ToJson(), "kills", "", now, cancellationToken);
    }

    /// <summary>Shows an event's state in CloudWatch, whether or not a function receives the event.</summary>
    public void Show(ReadOnlyMemory<byte> payload)
    {
        alarms.Observe(payload, TimeProvider.System.GetUtcNow());
        shown.Show(alarms);
    }

    /// <summary>
    /// Invokes AlarmFunction with an alarm's new state, asynchronously with retries, and shows the state in CloudWatch.
    /// </summary>
    public Task ChangeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        Show(payload);
        return InvokeAsync("AlarmFunction", payload, cancellationToken);
    }

    /// <summary>Invokes a function with an event, asynchronously with retries.</summary>
    public async Task InvokeAsync(string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var policy = wiring.Functions.Single(each => each.LogicalId == function).Retry;
        var queue = new AsynchronousQueue(functions[function], policy, RetryWaits.None, NextId, TimeProvider.System, given =>
        {
            // The next minute's sweep makes up for a failed one; every other event must not be given up.
            if (function != "SweepFunction")
                givenUp.Add($"{function} failed {given.Attempts} times: {given.Last?.Error?.Message}");
            return Task.CompletedTask;
        });
        await queue.DeliverAsync(payload, null, cancellationToken);
    }

    /// <summary>Invokes a function by its schedule.</summary>
    public Task TickAsync(string function, CancellationToken cancellationToken)
    {
        var schedule = wiring.Schedules.Single(each => each.Function == function);
        return InvokeAsync(
            function, ScheduledEventJson.Create(schedule, wiring.Names, TimeProvider.System.GetUtcNow()), cancellationToken);
    }

    /// <summary>Delivers the table's changes until none is left.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => StreamFeed.SettleAsync(feeds, cancellationToken);

    /// <summary>The events that Lambda gave up since the last call; there must be none.</summary>
    public ImmutableArray<string> TakeGivenUp()
    {
        ImmutableArray<string> all = [.. givenUp];
        givenUp.Clear();
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var function in functions.Values)
            await function.DisposeAsync();
        await Proxy.DisposeAsync();
    }

    private StreamBatches Batches(StreamMapping mapping) => new(
        functions[mapping.Function], mapping, StreamWaits, NextId, TimeProvider.System, given =>
        {
            givenUp.Add($"{mapping.Function}: {given.Records.Length} records after {given.Attempts} tries: {given.Condition}");
            return Task.CompletedTask;
        });

    private FunctionProcess Process(FunctionWiring function, LaneAddresses addresses, TimeSpan holdOfSweep)
    {
        var settings = World.Emulated.SettingsOf(function, wiring.Names);
        var variables = addresses.Redirect(settings.Variables)
            .SetItem("WATCHKEEPER_TABLE", Names.Table)
            .SetItem("WATCHKEEPER_DEAD_LETTER_URL", addresses.OfQueue(Names.DeadLetterQueueUrl));
        return new FunctionProcess(
            settings with { Timeout = TimeoutOf(function, holdOfSweep), Variables = variables }, World.Program, TimeProvider.System,
            FunctionLines.Add);
    }

    private static TimeSpan TimeoutOf(FunctionWiring function, TimeSpan holdOfSweep) => function.LogicalId switch
    {
        // An audit reserves ten seconds for its last check; audits and intakes claim nothing.
        "NotifyFunction" or "ReactFunction" => Hold,
        "SweepFunction" => holdOfSweep,
        _ => function.Timeout,
    };

    private string NextId() => string.Create(
        CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref requests):d12}");
}

/// <summary>The names of a lane's resources.</summary>
internal sealed record LaneNames(string Table, string StreamArn, string DeadLetterQueueUrl);

using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Watchkeeper.Alarms;
using Watchkeeper.Concurrency.Stores;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reacting;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Testing.Incidents;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>One installation for the length of one schedule: the functions' own code over stores in memory.</summary>
internal sealed class World
{
    public World(Writing writing)
    {
        var table = new MemoryTable(writing, Watch.Written);
        Slots = new SlotStore(table, Configuration.Lifecycle.SlotRetention);
        Notifications = new NotificationLog(table, Configuration.HistoryRetention);
        Ledger = new ReactionLedger(table, Configuration.HistoryRetention, Clock);
    }

    public ChangeWatch Watch { get; } = new();

    public ISlotStore Slots { get; }

    public INotificationLog Notifications { get; }

    public IReactionLedger Ledger { get; }

    public Topic Topic { get; } = new();

    public Groups Groups { get; } = new();

    public KnownAlarms Alarms { get; } = new();

    public HandClock Clock { get; } = new(Orders.Now(0));

    public WatchkeeperConfiguration Configuration { get; init; } =
        WatchkeeperConfiguration.Default(new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people")) with
        {
            Home = new Home("123456789012", "eu-central-1"),
            Reactions = new ReactionOptions { Mode = ReactionMode.Auto },
        };

    /// <summary>A minute from now.</summary>
    public DateTimeOffset Deadline => Clock.Now.AddMinutes(1);

    /// <summary>The intake of a new process, which has cached nothing.</summary>
    public SignalIntake Intake() => new(Slots, Configuration, Clock);

    public Notifier Notifier() => new(Notifications, [Topic], Configuration, Clock);

    public Reactor Reactor() => new(Ledger, Groups, Alarms, Configuration, Clock);

    public Sweeper Sweeper() => new(
        Slots, Notifications, Notifier(), new UnknownAlarms(), Groups,
        new Metrics(new LineOutput(Stream.Null), Clock, "SweepFunction"), NullLogger.Instance,
        Configuration, Clock);

    /// <summary>Records signals one after the other, in one process.</summary>
    public async Task<ImmutableArray<DecisionReason>> RecordAsync(params Signal[] signals)
    {
        var reasons = ImmutableArray.CreateBuilder<DecisionReason>();
        var intake = Intake();
        foreach (var signal in signals)
            reasons.Add((await intake.RecordAsync(signal, CancellationToken.None)).Reason);
        return reasons.ToImmutable();
    }

    /// <summary>Records signals concurrently, each in a process of its own.</summary>
    public async Task<ImmutableArray<DecisionReason>> RecordAtOnceAsync(params Signal[] signals)
    {
        var reasons = await Task.WhenAll(signals.Select(signal => Task.Run(() => RecordAsync(signal))));
        return [.. reasons.SelectMany(each => each)];
    }

    /// <summary>The slot of the one fingerprint.</summary>
    public async Task<Slot> SlotAsync() =>
        await Slots.ReadAsync(Orders.Subject().Fingerprint, CancellationToken.None)
        ?? throw new BreachException("nothing was recorded");

    /// <summary>Runs tasks at once.</summary>
    public static Task<T[]> AtOnceAsync<T>(params Func<Task<T>>[] tasks) => Task.WhenAll(tasks.Select(task => Task.Run(task)));
}

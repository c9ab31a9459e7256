using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Watchkeeper.Alarms;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Suppressing;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Functions.Tests.Sweeping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Tests;

/// <summary>A real SQLite store, a clock that tests move, and signals to begin from.</summary>
internal sealed class World : IDisposable
{
    private readonly EmbeddedDatabase database;
    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-").FullName;

    public World()
    {
        database = EmbeddedDatabase.Open(Path.Combine(folder, "test.db"));
        Table = new EmbeddedTable(database);
        Slots = new SlotStore(Table, Configuration.Lifecycle.SlotRetention);
        Notifications = new NotificationLog(Table, Configuration.HistoryRetention);
        Events = new EventLog(Table);
        Silences = new SilenceStore(Table, Configuration.HistoryRetention, Time);
        Ledger = new ReactionLedger(Table, Configuration.HistoryRetention, Time);
    }

    public static DateTimeOffset Noon { get; } = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public EmbeddedTable Table { get; }

    /// <summary>The changes of the table so far.</summary>
    public ImmutableArray<StoreChange> Changes =>
    [
        .. new ChangeTable(database).Read(0, int.MaxValue)
            .Select(each => StoreChanges.Read(each.Key.Sk, each.Before, each.After)).OfType<StoreChange>(),
    ];

    public ISlotStore Slots { get; }

    public INotificationLog Notifications { get; }

    public EventLog Events { get; }

    public SilenceStore Silences { get; }

    public GroupStore Groups => new(Table);

    public IReactionLedger Ledger { get; }

    public FakeTimeProvider Time { get; } = new(Noon);

    public WatchkeeperConfiguration Configuration { get; init; } = WatchkeeperConfiguration.Default(
        new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people"),
        new Channel(ChannelKind.Mail, "ops@shop.example")) with
    {
        Home = new Home("123456789012", "eu-central-1"),
    };

    public DateTimeOffset Deadline => Time.GetUtcNow().AddSeconds(60);

    public Sweeper Sweeper(Notifier notifier, IAlarmInventory? alarms = null, IScaling? scaling = null) => new(
        Slots, Notifications, notifier, alarms ?? new UnknownAlarms(), scaling ?? new KnownGroups(),
        new Metrics(new LineOutput(Stream.Null), Time, "SweepFunction"),
        NullLogger.Instance, Configuration, Time)
    {
        Silences = SilencesInForce(),
        Groups = notifier.Groups is null ? null : Groups,
        Recount = new NightlyRecount(new IncidentQueries(Table, Time), Configuration.Home, Time),
    };

    /// <summary>The silences as a process that has just started sees them.</summary>
    public SilencesInForce SilencesInForce() =>
        new(Silences, new Metrics(new LineOutput(Stream.Null), Time, "SweepFunction"), NullLogger.Instance, Time);

    public SignalIntake Intake() => new(Slots, Configuration, Time);

    /// <summary>Counts as another process would: without a memory.</summary>
    public EventCounter Counter() => new(new CountStore(Table, Time));

    /// <summary>Records the signals and returns the resulting changes.</summary>
    public async Task<ImmutableArray<StoreChange>> RecordAsync(params Signal[] signals)
    {
        var before = Changes.Length;
        foreach (var signal in signals)
            await Intake().RecordAsync(signal, TestContextToken);
        return Changes[before..];
    }

    /// <summary>The first notification of the incident that changed last.</summary>
    public async Task<NotificationRecord> LastRowAsync()
    {
        var incident = Changes.OfType<SlotChanged>().Last().After.Incident!.Id;
        await foreach (var row in Notifications.ListAsync(incident, TestContextToken))
            return row;
        throw new InvalidOperationException("The incident has no notification.");
    }

    /// <summary>Everything that the store has written, byte for byte.</summary>
    public string Text() =>
        string.Concat(Directory.GetFiles(folder).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    public static Signal Signal(
        SignalCondition condition = SignalCondition.Firing, int minute = 0, string name = "order-cpu",
        SignalKind kind = SignalKind.Cpu,
        SignalNature nature = SignalNature.State, params (string Name, string Value)[] labels) => new()
        {
            Id = StableHash.Compute(name, condition.ToString(), $"{minute}"),
            EventId = $"event-{minute}",
            OccurredAt = Noon.AddMinutes(minute),
            Condition = condition,
            Nature = nature,
            Reason = "Threshold Crossed",
            Subject = new Subject
            {
                Fingerprint = new Fingerprint($"alarm/{name}"),
                Source = SignalSource.Alarm,
                Kind = kind,
                Name = name,
                Title = $"{name} is in trouble",
                Account = "123456789012",
                Region = "eu-central-1",
                Labels = LabelSet.From(labels.Select(label => KeyValuePair.Create(label.Name, label.Value))),
            },
        };

    public static CancellationToken TestContextToken => Xunit.TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

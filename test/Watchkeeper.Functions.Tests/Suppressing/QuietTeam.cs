using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Suppressing;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Functions.Tests.Notifying;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Signals;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Suppressing;

/// <summary>A team that is told by mail and by a chat, and what keeps it quiet: real rows, and channels that take everything.</summary>
internal sealed class QuietTeam : IDisposable
{
    private static readonly Channel Mail = new(ChannelKind.Mail, "ops@shop.example");
    private static readonly Channel Chat = new(ChannelKind.Slack, "https://hooks.slack.example/1");
    private readonly Dictionary<string, Notifier> notifiers = new(StringComparer.Ordinal);

    /// <summary>The configuration: everything is told by both channels, each by a route of its own.</summary>
    public QuietTeam(
        QuietRules? rules = null, Topology? services = null, string? mailMutedIn = null, GroupSettings? mailGroups = null,
        TimeSpan? mailRepeats = null, TimeSpan? chatRepeats = null, TimeSpan announce = default)
    {
        var usual = WatchkeeperConfiguration.Default() with
        {
            Home = new Home("123456789012", "eu-central-1"),
            Route = new Route
            {
                Routes =
                [
                    new Route
                    {
                        Receiver = "mail", Continue = true, MuteTimeIntervals = mailMutedIn is null ? [] : [mailMutedIn],
                        Grouping = mailGroups, RepeatInterval = mailRepeats,
                    },
                    new Route { Receiver = "chat", RepeatInterval = chatRepeats },
                ],
            },
            Receivers = ImmutableDictionary.CreateRange(
                StringComparer.Ordinal,
                [
                    KeyValuePair.Create("mail", new Receiver("mail", [Mail])),
                    KeyValuePair.Create("chat", new Receiver("chat", [Chat])),
                ]),
            Quiet = rules ?? QuietRules.None,
            Silences = SilenceLimits.None with { Announce = announce },
            Services = services ?? Topology.None,
        };
        World = new World { Configuration = usual };
    }

    public World World { get; }

    /// <summary>Sets timers for groups; null leaves them to the sweep.</summary>
    public GroupTimerSetter? Timers { get; set; }

    /// <summary>A sweeper as a process that has just started has it.</summary>
    public Sweeper Sweeper => World.Sweeper(Notifier("sweep"));

    /// <summary>Headlines by mail, in order.</summary>
    public IEnumerable<string> Mails => mail.Sent.Select(sent => sent.Message.Headline);

    /// <summary>Texts by mail, in order.</summary>
    public IEnumerable<string> MailTexts => mail.Sent.Select(sent => sent.Message.Text);

    /// <summary>Headlines in the chat, in order.</summary>
    public IEnumerable<string> Chats => chat.Sent.Select(sent => sent.Message.Headline);

    private readonly ScriptedChannel mail = new(ChannelKind.Mail, tries => new SendResult.Sent($"mail-{tries}"));
    private readonly ScriptedChannel chat = new(ChannelKind.Slack, tries => new SendResult.Sent($"chat-{tries}"));

    public void Dispose() => World.Dispose();

    /// <summary>Records signals, and notifies of each change as the stream delivers it.</summary>
    public async Task HearAsync(params Signal[] signals)
    {
        foreach (var change in await World.RecordAsync(signals))
            await DeliverAsync(change);
    }

    /// <summary>The stream delivers a change.</summary>
    public async Task DeliverAsync(StoreChange change) =>
        await Notifier("notify").NotifyAsync(change, World.Deadline, TestContextToken);

    /// <summary>Lets time pass, and sweeps each minute; the stream delivers what the sweeps change.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromMinutes(1))
        {
            World.Time.Advance(TimeSpan.FromMinutes(1));
            await SweepAsync();
        }
    }

    public async Task SweepAsync()
    {
        var before = World.Changes.Length;
        await Sweeper.SweepAsync(World.Time.GetUtcNow(), World.Deadline, TestContextToken);
        foreach (var change in World.Changes[before..])
            await DeliverAsync(change);
    }

    /// <summary>Tells the groups of rows as they were listed some time ago.</summary>
    public Task<IReadOnlyList<NotifyResult.Tried>> TellAsync(IReadOnlyList<NotificationRecord> listed)
    {
        var notifier = Notifier("sweep");
        var observer = new SweepObserver(new Metrics(new LineOutput(Stream.Null), World.Time, "SweepFunction"), NullLogger.Instance);
        return new GroupSends(
            World.Slots, World.Notifications, notifier, World.Groups, notifier.Groups!, World.Configuration, SuppressionView.None,
            observer).TellAsync(listed, World.Time.GetUtcNow(), World.Deadline, TestContextToken);
    }

    /// <summary>Adds a silence from now on.</summary>
    public async Task<Silence> SilenceAsync(TimeSpan length, params Matcher[] matchers)
    {
        var now = World.Time.GetUtcNow();
        var silence = new Silence
        {
            Id = Silence.IdFor(now, $"{now:O}"),
            Matchers = [.. matchers],
            StartsAt = now,
            EndsAt = now + length,
            By = "anna",
            Reason = "the database moves",
            ChangedAt = now,
        };
        await World.Silences.AddAsync(silence, TestContextToken);
        // Processes look every few seconds.
        World.Time.Advance(TimeSpan.FromSeconds(6));
        return silence;
    }

    /// <summary>The deliveries of an incident's entries, oldest first: <c>T#… mail held</c>.</summary>
    public async Task<ImmutableArray<string>> RowsAsync(Signal signal)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var slot = (await World.Slots.ReadAsync(signal.Subject.Fingerprint, TestContextToken))!;
        await foreach (var row in World.Notifications.ListAsync(slot.Incident!.Id, TestContextToken))
        {
            foreach (var delivery in row.Deliveries)
                lines.Add($"{row.Entry.Transition} {delivery.Receiver} {delivery.Status} {delivery.Suppression?.Kind}".TrimEnd());
        }

        return lines.ToImmutable();
    }

    private Notifier Notifier(string process)
    {
        if (!notifiers.TryGetValue(process, out var notifier))
        {
            notifiers[process] = notifier = new Notifier(World.Notifications, [mail, chat], World.Configuration, World.Time)
            {
                Groups = new GroupWaits(World.Groups, World.Time) { Timers = Timers },
                Suppressions = process == "sweep"
                    ? null
                    : new SuppressionsInForce(World.Slots, World.SilencesInForce(), World.Time),
            };
        }

        return notifier;
    }
}

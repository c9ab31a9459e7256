using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>
/// Writes rows of every kind, with and without each optional attribute. The files in <c>Fixtures</c> are what an earlier version
/// wrote for the same calls.
/// </summary>
internal static class RowStory
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    /// <summary>A slot with every optional value.</summary>
    public static Slot Rich { get; } = RichSlot();

    /// <summary>A slot without an active incident.</summary>
    public static Slot Well { get; } = Rich with
    {
        Fingerprint = new Fingerprint("detection/root-use/123456789012"),
        Version = 3,
        NewestAt = Orders.Noon,
        NewestId = "",
        Recent = RecentSignalIds.Empty,
        Incident = null,
        Last = Rich.Last with { SignalId = "no hash", EventId = "no-uuid", Description = "", Trace = null },
    };

    /// <summary>The alarms whose slots signals write, by the status of their incidents.</summary>
    public static (string Opened, string Repeated, string Ended) Alarms => ("opened", "repeated", "ended");

    /// <summary>A reaction of every status; the alarm's name is the status.</summary>
    public static ImmutableArray<ReactionRecord> Reactions { get; } = ((ImmutableArray<ReactionRecord>)
    [
        Reacting.Started("started", "group-1"),
        Finished("done", ReactionStatus.Done),
        Finished("failed", ReactionStatus.Failed) with { Detail = "AccessDenied" },
        Finished("unknown", ReactionStatus.Unknown),
        Reacting.Started("would-do", "group-5") with
        {
            Mode = ReactionMode.DryRun,
            Status = ReactionStatus.WouldDo,
            HeldUntil = null,
            Trace = null,
        },
        Reacting.Started("refused", "group-6") with
        {
            Status = ReactionStatus.Refused, Refusal = ReactionRefusal.AtMaximum, Detail = "3 of 3", Action = null,
            HeldUntil = null,
        },
        Reacting.Replacing("i-0123456789abcdef0", "group-7"),
    ]).Select(Earlier).ToImmutableArray();

    /// <summary>A notification in every state, under one incident each.</summary>
    public static ImmutableArray<NotificationRecord> Notifications { get; } = AllEarlier(
    [
        SampleNotifications.Pending("claimed") with { Claim = 1, HeldUntil = Orders.Now(1) },
        SampleNotifications.Sent(SampleNotifications.Pending("settled") with { Claim = 1 }),
        SampleNotifications.Retrying(SampleNotifications.Pending("retrying") with { Claim = 1 }, Orders.Now(5)),
        WithFeedback(SampleNotifications.Sent(SampleNotifications.Pending("returned") with { Claim = 1 })),
        SampleNotifications.Row("recorded"),
        Reacted(),
        SampleNotifications.Row("plain") with
        {
            Entry = SampleNotifications.Row("plain").Entry with { Key = "N#plain.0", Transition = null, Change = null },
        },
    ]);

    /// <summary>Writes the rows into an empty table.</summary>
    public static async Task PlayAsync(ISlotStore slots, INotificationLog notifications, IReactionLedger ledger)
    {
        await slots.WriteAsync(new SlotPut(Rich, 0), Token);
        await slots.WriteAsync(new SlotPut(Well, 0), Token);
        foreach (var alarm in (string[])[Alarms.Opened, Alarms.Repeated, Alarms.Ended])
            await slots.WriteAsync(Orders.Opening(alarm), Token);
        await slots.RecordAsync(Signal(Alarms.Repeated, SignalCondition.Firing, 1), Severity.High, Token);
        await slots.RecordAsync(Signal(Alarms.Ended, SignalCondition.Resolved, 1), Severity.High, Token);
        foreach (var record in Reactions)
            await WriteAsync(ledger, record);
        foreach (var record in Notifications)
            await WriteAsync(notifications, record);
    }

    /// <summary>A signal of one of the alarms, whose incident is known to be active.</summary>
    public static Signal Signal(string alarm, SignalCondition condition, int minute) =>
        Orders.Signal(condition, minute, alarm) with { WasFiring = true };

    private static async Task WriteAsync(IReactionLedger ledger, ReactionRecord record)
    {
        if (record.Status is ReactionStatus.Refused)
        {
            await ledger.RecordAsync(record, Token);
            return;
        }

        var begun = record.Status is ReactionStatus.Done or ReactionStatus.Failed or ReactionStatus.Unknown
            ? record with { Status = ReactionStatus.Started, FinishedAt = null, Detail = "" }
            : record;
        await ledger.ReserveAsync(Reacting.Reserve(begun), Token);
        if (begun != record)
            await ledger.FinishAsync(record, Token);
    }

    private static async Task WriteAsync(INotificationLog log, NotificationRecord record)
    {
        if (record.Claim == 0)
        {
            await log.RecordAsync(record, Token);
            return;
        }

        var pending = SampleNotifications.Pending() with { Entry = record.Entry };
        await log.ClaimAsync(pending, Orders.Now(0), Orders.Now(1), Token);
        if (record.HeldUntil is null)
            await log.SettleAsync(record, Token);
        foreach (var feedback in record.Feedback)
            await log.AddFeedbackAsync(record.Entry.Incident.Id, record.Entry.Key, feedback, Token);
    }

    private static ImmutableArray<NotificationRecord> AllEarlier(ImmutableArray<NotificationRecord> records) =>
    [
        .. records.Select(record => record with
        {
            Entry = record.Entry with
            {
                Incident = record.Entry.Incident with { Measurement = null },
                Change = record.Entry.Change is { } change ? Earlier(change) : null,
                Reaction = record.Entry.Reaction is { } reaction ? Earlier(reaction) : null,
            },
        }),
    ];

    private static ReactionRecord Earlier(ReactionRecord reaction) =>
        reaction with { Incident = reaction.Incident with { Measurement = null } };

    // Earlier versions did not store the signal and its measurement.
    private static IncidentChange Earlier(IncidentChange change) => change with { Signal = null, Severity = null, Configuration = null };

    private static Slot RichSlot()
    {
        var slot = Orders.Opening("rich").Apply(null);
        return slot with
        {
            Version = 7_000_000_000,
            NewestAt = Orders.Noon.AddTicks(1),
            Recent = RecentSignalIds.From(Enumerable.Range(0, RecentSignalIds.Capacity)
                .Select(number => StableHash.Compute(number.ToString(CultureInfo.InvariantCulture)))),
            Last = Earlier(slot.Last) with { Description = "🔥 \"quoted\"\n", OccurredAt = Orders.Noon.AddMinutes(-1) },
            Incident = slot.Incident! with
            {
                Status = IncidentStatus.Acknowledged,
                Severity = Severity.Critical,
                AcknowledgedBy = "kim",
                Signals = 4711,
                Reopenings = 2,
                Acts = RecentSignalIds.From([Act.For(isRefused: false, "a").Mark, Act.For(isRefused: true, "b").Mark]),
                Mute = new Mute(MuteKind.MuteRule, "night", Orders.Now(60)),
                Notified = new NotificationState(Orders.Now(3), 2, 1),
                IsFinal = true,
                Measurement = null,
                Subject = slot.Incident.Subject with
                {
                    Name = "another",
                    Account = "",
                    Region = "cn-north-1",
                    Partition = "aws-cn",
                    PlannedUntil = Orders.Now(90),
                },
            },
        };
    }

    private static ReactionRecord Finished(string alarm, ReactionStatus status) =>
        Reacting.Started(alarm, alarm) with { Status = status, FinishedAt = Orders.Now(2) };

    private static NotificationRecord WithFeedback(NotificationRecord record) => record with
    {
        Feedback = [.. Enum.GetValues<FeedbackKind>()
            .Select((kind, i) => SampleNotifications.Feedback(record, kind, $"{i}", i, $"mail-{i}"))],
    };

    private static NotificationRecord Reacted()
    {
        var row = SampleNotifications.Row("reacted");
        var reaction = Finished("reacted", ReactionStatus.Done);
        return row with
        {
            Entry = row.Entry with
            {
                Key = "N#scale-out.0",
                Transition = null,
                Change = null,
                Incident = reaction.Incident,
                Reaction = reaction,
            },
        };
    }
}

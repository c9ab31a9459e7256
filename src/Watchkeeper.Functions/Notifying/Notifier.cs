using System.Collections.Immutable;
using Watchkeeper.Channels;
using Watchkeeper.Configuration;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Suppressing;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Notification.Templates;
using Watchkeeper.Routing;
using Watchkeeper.Secrets;
using Watchkeeper.Storage;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// Notifies people of a change: claims the row, sends the unfinished deliveries, settles the row. If the process dies in between,
/// its claim expires at its own deadline, and the next delivery of the change continues.
/// </summary>
internal sealed class Notifier(
    INotificationLog log, ImmutableArray<IMessageChannel> channels, WatchkeeperConfiguration configuration, TimeProvider time)
{
    private readonly ReaderOptions options = new(configuration);

    private readonly ImmutableDictionary<ChannelKind, IMessageChannel> channels =
        channels.ToImmutableDictionary(channel => channel.Kind);

    /// <summary>The words of the detections in force, for an entry; without, those of the built-in ones.</summary>
    public Func<TimelineEntry, CancellationToken, ValueTask<DetectionWordSet>> Words { get; init; } =
        static (_, _) => ValueTask.FromResult(DetectionWordSet.BuiltIn);

    /// <summary>The version that the configuration was read from; null if the template's parameters are the version.</summary>
    public AppliedConfiguration? Applied { get; init; }

    /// <summary>The secrets that addresses refer to.</summary>
    public SecretsInMemory Secrets { get; init; } = new(new NoSecrets("no store of secrets is set up"), time);

    /// <summary>What keeps incidents quiet; null for nothing.</summary>
    public SuppressionsInForce? Suppressions { get; init; }

    /// <summary>Lets messages wait for others of their groups; null sends each by itself.</summary>
    public GroupWaits? Groups { get; init; }

    /// <summary>The pace of addresses; null paces none.</summary>
    public AddressPaces? Paces { get; init; }

    /// <summary>The time between two messages to an address of this kind; none if nothing is known.</summary>
    public TimeSpan IntervalOf(ChannelKind kind) => channels.GetValueOrDefault(kind)?.Pace?.Interval ?? TimeSpan.Zero;

    /// <summary>Notifies people of a change of the table.</summary>
    /// <param name="change">The change.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    public async Task<NotifyResult> NotifyAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(change, cancellationToken);
        if (decision.Record is not { } planned)
            return new NotifyResult.NoEntry(decision.Reason);
        var record = decision.Reason.AsksRoutes() ? planned with { RoutedBy = RoutedBy(planned.Entry) } : planned;
        if (Groups is not null)
        {
            var incident = record.Entry.Incident;
            record = record with
            {
                Deliveries = await Groups.JoinAsync(record.Entry, incident, record.Deliveries, configuration, cancellationToken),
            };
        }

        var tells = record.Deliveries.Any(delivery => delivery.IsToSend);
        if (!tells && await log.RecordAsync(record, cancellationToken))
            return NotifyResult.Nothing with { First = record.Entry };
        // The row may have been decided otherwise before, by a process that died over its messages.
        return await ResumeAsync(record, deadline, cancellationToken);
    }

    /// <summary>Records a row that no change of the table caused, and sends its messages.</summary>
    public Task<NotifyResult> TellAsync(NotificationRecord planned, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return ResumeAsync(planned with { RoutedBy = RoutedBy(planned.Entry) }, deadline, cancellationToken);
    }

    /// <summary>Continues the deliveries of a new or known row.</summary>
    public async Task<NotifyResult> ResumeAsync(
        NotificationRecord record, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        return await log.ClaimAsync(record, time.GetUtcNow(), deadline, cancellationToken) switch
        {
            ClaimResult.Held held => new NotifyResult.HeldElsewhere(held.Until),
            ClaimResult.Claimed { IsNew: true, Record: var first } =>
                await SendAsync(first, cancellationToken) with { First = first.Entry },
            ClaimResult.Claimed claimed => await SendAsync(claimed.Record, cancellationToken),
            _ => NotifyResult.Nothing,
        };
    }

    /// <summary>
    /// Sends, keeps or gives up what was kept back of a row, as planned. Whether the incident still fires is read after the claim:
    /// from then on, whoever reports its end knows that this process may have told of it.
    /// </summary>
    /// <param name="record">The row as it was when planned.</param>
    /// <param name="planned">Its deliveries as they shall be.</param>
    /// <param name="read">Reads the incident; null if it has ended.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    public async Task<NotifyResult> ReleaseAsync(
        NotificationRecord record, ImmutableArray<Delivery> planned, Func<CancellationToken, Task<Incident?>> read,
        DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        switch (await log.ClaimAsync(record, time.GetUtcNow(), deadline, cancellationToken))
        {
            case ClaimResult.Held held:
                return new NotifyResult.HeldElsewhere(held.Until);
            case ClaimResult.Claimed { Record: var mine }:
                var released = HeldRelease.Apply(mine, record, planned, await read(cancellationToken));
                return await SendAsync(released, cancellationToken);
            default:
                return NotifyResult.Nothing;
        }
    }

    // What nobody is told of costs no look at what keeps it quiet.
    private async Task<NotificationDecision> DecideAsync(StoreChange change, CancellationToken cancellationToken)
    {
        var decision = NotificationPlan.Decide(change, configuration);
        if (Suppressions is null || decision is not { Entry: { } entry, Deliveries.IsEmpty: false })
            return decision;
        var view = await Suppressions.ForAsync(entry.Incident, configuration, cancellationToken);
        if (!ReferenceEquals(view, SuppressionView.None))
            decision = NotificationPlan.Decide(change, configuration, view);
        return SuppressedDeliveries.DependsOnReports(entry) && Suppressions.MayHaveHeld(configuration)
            ? SuppressedDeliveries.AfterReports(decision, await ReportsAsync(entry, cancellationToken))
            : decision;
    }

    private async Task<FiringReports> ReportsAsync(TimelineEntry entry, CancellationToken cancellationToken)
    {
        var reports = new FiringReports();
        await foreach (var record in log.ListFirstAsync(entry.Incident.Id, cancellationToken))
        {
            if (string.CompareOrdinal(record.Entry.Key, entry.Key) >= 0)
                break;
            reports.Add(record);
        }

        return reports;
    }

    // A version with the same content has the same hash, and the same routes.
    private long? RoutedBy(TimelineEntry entry)
    {
        if (entry.Change is not { } change)
            return Applied?.Number;
        var decidedUnder = change.Configuration is { } recorded ? ConfigurationVersion.AppliedHash(recorded) : null;
        return decidedUnder == Applied?.ShownHash ? null : Applied?.Number ?? NotificationRecord.Parameters;
    }

    private async Task<NotifyResult> SendAsync(NotificationRecord record, CancellationToken cancellationToken)
    {
        var (sent, reports) = (record, new List<(Delivery Delivery, Turn Turn, SendResult Result)>());
        do
        {
            sent = await SendAsync(sent, reports, cancellationToken);
            var added = FallbackDeliveries.Find(sent.Deliveries, configuration);
            if (added.IsEmpty)
                break;
            sent = sent with { Deliveries = [.. sent.Deliveries, .. added] };
        }
        while (true);
        var settled = sent with { HeldUntil = null };
        // After a lost claim another process sends too. The messages sent here stay sent, and the other process settles the row.
        var ours = await log.SettleAsync(settled, cancellationToken);
        foreach (var (delivery, turn, result) in reports)
            await Paces!.ReportAsync(delivery.Channel, turn, result, time.GetUtcNow(), cancellationToken);
        return new NotifyResult.Tried(settled, ours, Tried(record, settled));
    }

    private async Task<NotificationRecord> SendAsync(
        NotificationRecord record, List<(Delivery Delivery, Turn Turn, SendResult Result)> reports,
        CancellationToken cancellationToken)
    {
        // Asked once: what falls due while the messages are rendered has no message that continues its conversation.
        var now = time.GetUtcNow();
        var due = record.Deliveries.Where(delivery => IsDue(delivery, now)).ToHashSet();
        var messages = await RenderAsync(record, due, cancellationToken);
        // Before the first send: if the table failed after a send, the next process would send again.
        var turns = await Task.WhenAll(record.Deliveries.Select(delivery => due.Contains(delivery)
            ? TakeTurnAsync(delivery, cancellationToken)
            : Task.FromResult<Turn?>(null)));
        var attempts = await Task.WhenAll(record.Deliveries.Select((delivery, at) => due.Contains(delivery)
            ? TryAsync(record, delivery, messages[at], turns[at], cancellationToken)
            : Task.FromResult<(Delivery Delivery, SendResult? Result)>((delivery, null))));
        foreach (var (attempt, turn) in attempts.Zip(turns))
        {
            if (turn is not null && attempt.Result is { } result)
                reports.Add((attempt.Delivery, turn, result));
        }

        return record with { Deliveries = [.. attempts.Select(attempt => attempt.Delivery)] };
    }

    /// <summary>The message of each delivery, in its readers' language.</summary>
    private async Task<Message[]> RenderAsync(
        NotificationRecord record, HashSet<Delivery> due, CancellationToken cancellationToken)
    {
        var words = await Words(record.Entry, cancellationToken);
        var messages = new Message[record.Deliveries.Length];
        foreach (var group in record.Deliveries.Index().GroupBy(each => (
            Options: options.For(each.Item.Receiver), Failed: FallbackDeliveries.FailedBefore(each.Item, record.Deliveries),
            each.Item.Suppression, each.Item.Others)))
        {
            var worded = group.Key.Options.With(words).InPlaceOf(group.Key.Failed, group.Key.Suppression).Together(group.Key.Others);
            var message = Render(record, worded);
            // Before the first send: if the read failed after a send, the next process would send again.
            var mails = await new Conversations(log, entry => MessageRenderer.Render(entry, worded)).ContinueAsync(
                record.Entry, message, group.Where(each => IsMail(each.Item) && due.Contains(each.Item))
                    .Select(each => each.Item.Channel.Address), cancellationToken);
            foreach (var (at, delivery) in group)
            {
                messages[at] = IsMail(delivery)
                    ? mails.GetValueOrDefault(delivery.Channel.Address, message) with { Receiver = delivery.Receiver }
                    : message;
            }
        }

        return messages;
    }

    // The subject names the conversation, and is that of the entry whenever it is told.
    private static Message Render(NotificationRecord record, MessageOptions options)
    {
        var asItWas = MessageRenderer.Render(record.Entry, options);
        return record.Now is { } now
            ? MessageRenderer.Render(record.Entry with { Incident = now }, options) with { Subject = asItWas.Subject }
            : asItWas;
    }

    private async Task<(Delivery Delivery, SendResult? Result)> TryAsync(
        NotificationRecord record, Delivery delivery, Message message, Turn? turn, CancellationToken cancellationToken)
    {
        if (turn?.At > time.GetUtcNow())
            return (WaitingDelivery.From(delivery, turn, record.Entry.At), null);
        var problem = "";
        if (configuration.Receivers.GetValueOrDefault(delivery.Receiver)?.TemplateOf(delivery.Channel) is { } template)
            message = TemplatedMessage.Create(message, template, out problem);
        var result = channels.TryGetValue(delivery.Channel.Kind, out var channel)
            ? await new SecretAddresses(Secrets).SendAsync(
                channel, delivery.Channel, message, record.KeyOf(delivery), cancellationToken)
            : new SendResult.GiveUp(
                $"no channel of kind {delivery.Channel.Kind.ToKebabCase()} is set up; mail needs the template's parameters");
        var tried = RetrySchedule.After(delivery, result, time.GetUtcNow());
        return (problem.Length == 0 ? tried : tried with { Detail = $"{tried.Detail}; template not used: {problem}" }, result);
    }

    private async Task<Turn?> TakeTurnAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Paces is not null && channels.GetValueOrDefault(delivery.Channel.Kind)?.Pace is { } pace
            ? await Paces.TakeAsync(delivery.Channel, pace, delivery.IsQueued, time.GetUtcNow(), cancellationToken)
            : null;

    private static bool IsDue(Delivery delivery, DateTimeOffset now) => delivery.IsToSend && !(delivery.NextAttemptAt > now);

    private static bool IsMail(Delivery delivery) => delivery.Channel.Kind is ChannelKind.Mail;

    private static ImmutableArray<Delivery> Tried(NotificationRecord before, NotificationRecord after) =>
    [
        .. after.Deliveries.Where((delivery, i) => i >= before.Deliveries.Length
            || delivery.Attempts > before.Deliveries[i].Attempts
            || (before.Deliveries[i].IsToSend && !delivery.IsUnfinished)),
    ];
}

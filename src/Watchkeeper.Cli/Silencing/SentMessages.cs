using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Silencing;

/// <summary>The messages that a silence would have kept back, had it held since a time.</summary>
/// <param name="queries">The incidents.</param>
/// <param name="matchers">The silence's matchers.</param>
/// <param name="since">The time.</param>
internal sealed class SentMessages(IncidentQueries queries, ImmutableArray<Matcher> matchers, DateTimeOffset since)
{
    private const int PageSize = 100;

    /// <summary>
    /// Whether an incident may have matched since then: its labels may, with any severity, because that is all that changes.
    /// </summary>
    public bool MayHaveMatched(LabelSet labels) =>
        SeverityNames.Any(severity => IsMatch(labels.With("severity", severity)));

    /// <summary>The kinds of channels that messages about an incident were sent to; null if it never matched.</summary>
    public async Task<IReadOnlyList<ChannelKind>?> ReadAsync(IncidentSnapshot snapshot, CancellationToken cancellationToken)
    {
        var (sent, isMatched) = (new List<ChannelKind>(), IsMatch(IncidentLabels.From(snapshot.Incident)));
        await foreach (var record in queries.StreamTimelineAsync(snapshot.Incident.Id, PageSize, null, cancellationToken))
        {
            if (record.Entry.At < since)
                break;
            isMatched |= Add(record, sent);
        }

        foreach (var (_, message) in await queries.ReadReactionsAsync(snapshot.Incident.Id, cancellationToken))
            isMatched |= message is not null && message.Entry.At >= since && Add(message, sent);
        return isMatched ? sent : null;
    }

    private bool Add(NotificationRecord record, List<ChannelKind> sent)
    {
        if (!IsMatch(IncidentLabels.From(record.Entry.Incident)))
            return false;
        if (!IsEndOfEarlier(record.Entry))
        {
            sent.AddRange(record.Deliveries.Where(delivery => delivery.Status is DeliveryStatus.Sent)
                .Select(delivery => delivery.Channel.Kind));
        }

        return true;
    }

    // Whoever was told that an incident began hears of its end, whatever keeps it quiet by then.
    private bool IsEndOfEarlier(TimelineEntry entry) =>
        entry.Transition is Transition.Resolved && entry.Incident.OpenedAt < since;

    private bool IsMatch(LabelSet labels) => matchers.All(matcher => matcher.Matches(labels));

    private static IEnumerable<string> SeverityNames =>
        Enum.GetValues<Severity>().Select(severity => severity.ToKebabCase());
}

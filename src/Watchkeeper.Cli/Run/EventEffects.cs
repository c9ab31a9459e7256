using System.Collections.Immutable;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// Reads the new timeline entries since the last call. The run thus shows what was stored, not what was intended.
/// </summary>
/// <param name="changes">The timeline's changes.</param>
/// <param name="detail">What to show of a delivery.</param>
internal sealed class EventEffects(TimelineChanges changes, Func<NotificationRecord, Delivery, string> detail)
{
    private readonly Dictionary<(string Incident, string NotificationKey, string Way), EventEffect> seen = [];

    /// <summary>The number of messages by channel and status.</summary>
    public ImmutableSortedDictionary<string, int> Messages =>
        Count(EffectKind.Message, each => $"{each.Channel!.Split(' ')[0]} {each.Status}");

    /// <summary>The number of reactions by status.</summary>
    public ImmutableSortedDictionary<string, int> Reactions => Count(EffectKind.Reaction, each => $"{each.What} {each.Status}");

    /// <summary>When silences and windows end that keep messages back.</summary>
    public QuietEnds Ends { get; } = new();

    /// <summary>Leaves out what an earlier run wrote.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => changes.BeginAsync(cancellationToken);

    /// <summary>Returns what the new and changed timeline entries say, by incident and time.</summary>
    public async Task<ImmutableArray<EventEffect>> NewAsync(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<EventEffect>();
        foreach (var record in await changes.NewAsync(cancellationToken))
        {
            Ends.Add(record);
            foreach (var (way, consequence) in From(record))
            {
                var key = (record.Entry.Incident.Id, record.Entry.Key, way);
                if (seen.TryGetValue(key, out var known) && known == consequence)
                    continue;
                seen[key] = consequence;
                found.Add(consequence);
            }
        }

        return found.ToImmutable();
    }

    private IEnumerable<(string Way, EventEffect Consequence)> From(NotificationRecord record)
    {
        var (entry, title) = (record.Entry, record.Entry.Incident.Subject.Title);
        if (entry.Reaction is { } reaction)
        {
            yield return ("", new EventEffect
            {
                Kind = EffectKind.Reaction,
                Incident = entry.Incident.Id,
                What = reaction.Reaction,
                Status = reaction.Status.ToKebabCase(),
                Detail = ReactionText.Format(reaction),
                Title = title,
            });
        }

        if (entry.Change is { } change)
        {
            yield return ("change", new EventEffect
            {
                Kind = EffectKind.Incident,
                Incident = entry.Incident.Id,
                What = change.Reason.ToKebabCase(),
                Status = entry.Incident.Status.ToKebabCase(),
                Detail = title,
                Title = title,
                EventId = change.EventId,
            });
        }

        foreach (var delivery in record.Outcomes)
        {
            var channel = $"{delivery.Channel.Kind.ToKebabCase()} {delivery.Channel.Address}";
            yield return (channel, new EventEffect
            {
                Kind = EffectKind.Message,
                Incident = entry.Incident.Id,
                What = entry.Transition is { } transition ? transition.ToKebabCase() : entry.Reaction?.Reaction ?? "",
                Channel = channel,
                Status = delivery.Status.ToKebabCase(),
                Detail = delivery is { IsHeld: true, Suppression: { } suppression }
                    ? $"by {suppression.Words}"
                    : detail(record, delivery),
                Title = title,
            });
        }
    }

    private ImmutableSortedDictionary<string, int> Count(EffectKind kind, Func<EventEffect, string> name) => seen.Values
        .Where(each => each.Kind == kind)
        .CountBy(name, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);
}

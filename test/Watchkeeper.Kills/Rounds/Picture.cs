using System.Collections.Immutable;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Kills.Rounds;

/// <summary>An outcome as lines that are equal in every round of a scenario, whatever was killed.</summary>
internal static class Picture
{
    public static ImmutableSortedSet<string> From(Outcome outcome, int deadLetters, string marker)
    {
        var lines = outcome.Slots
            .Select(slot => $"slot {slot.Fingerprint.Text}: version {slot.Version}, "
                + (slot.Incident is { } incident
                    ? $"{incident.Status.ToKebabCase()}, {incident.Signals} signals"
                    : "no incident"))
            .Concat(outcome.Notifications.Select(Line))
            // The status varies with the round: a call that was lost with its process is not repeated.
            .Concat(outcome.Reactions.Select(reaction => $"reaction {reaction.Step}"))
            .Concat(outcome.Snapshots.Select(key => $"snapshot {key}"))
            .Concat(outcome.Silences.Select(list => $"silence {list}"))
            // A dead letter may come twice, but must come.
            .Append($"dead letters: {Math.Min(deadLetters, 1)}");
        return [.. lines.Select(
            line => line.Replace($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{marker}", "*", StringComparison.Ordinal))];
    }

    private static string Line(NotificationRecord record)
    {
        var deliveries = record.Deliveries.Select(each => $"{each.Channel.Kind.ToKebabCase()} {each.Status.ToKebabCase()}");
        var fingerprint = record.Entry.Incident.Subject.Fingerprint;
        return $"notification {fingerprint.Text} {record.Entry.Key}: {string.Join(", ", deliveries)}";
    }
}

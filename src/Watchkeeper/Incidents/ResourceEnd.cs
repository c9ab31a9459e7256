using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>What the end of a resource means to an active incident.</summary>
public static class ResourceEnd
{
    /// <summary>The signal that ends the incident; null if the incident is about another resource, or about several.</summary>
    public static Signal? SignalFor(Slot slot, SignalParseResult.Gone gone)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(gone);
        if (slot.Active?.Subject is not { } subject || !IsAbout(subject, gone))
            return null;
        return new Signal
        {
            Id = StableHash.Compute("gone", subject.Fingerprint.Text, gone.EventId),
            EventId = gone.EventId,
            OccurredAt = gone.At,
            Condition = SignalCondition.Gone,
            Nature = SignalNature.State,
            Subject = subject,
            Reason = gone.Reason,
        };
    }

    private static bool IsAbout(Subject subject, SignalParseResult.Gone gone) =>
        subject.Account == gone.Account && subject.Region == gone.Region
        && subject.Source switch
        {
            SignalSource.Alarm => subject.Labels["InstanceId"] == gone.Resource,
            // A planned change of several resources continues for the others.
            SignalSource.Health => subject.Resource == gone.Resource && subject.Labels["entities"].Length == 0,
            _ => false,
        };
}

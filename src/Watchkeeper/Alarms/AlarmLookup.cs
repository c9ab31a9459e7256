using System.Collections.Immutable;

namespace Watchkeeper.Alarms;

/// <summary>CloudWatch's answer to a query for alarms by name.</summary>
public abstract record AlarmLookup
{
    private AlarmLookup()
    {
    }

    /// <summary>CloudWatch answered.</summary>
    /// <param name="Alarms">The existing alarms, in no particular order.</param>
    public sealed record Found(ImmutableArray<ObservedAlarm> Alarms) : AlarmLookup
    {
        /// <summary>The names of alarms that exist but cannot be parsed; their state is unknown.</summary>
        public ImmutableArray<string> Unreadable { get; init; } = [];
    }

    /// <summary>The permission is missing, and a retry does not help.</summary>
    /// <param name="Reason">The reason, for people.</param>
    public sealed record Unavailable(string Reason) : AlarmLookup;
}

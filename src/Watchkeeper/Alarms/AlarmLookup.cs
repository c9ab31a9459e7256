using System.Collections.Immutable;

namespace Watchkeeper.Alarms;

/// <summary>What CloudWatch answered to the question about alarms by name.</summary>
public abstract record AlarmLookup
{
    private AlarmLookup()
    {
    }

    /// <summary>It answered.</summary>
    /// <param name="Alarms">The alarms that exist, in no order.</param>
    public sealed record Found(ImmutableArray<ObservedAlarm> Alarms) : AlarmLookup
    {
        /// <summary>The names of alarms that exist and cannot be understood: nothing is known of their state.</summary>
        public ImmutableArray<string> Unreadable { get; init; } = [];
    }

    /// <summary>It may not be asked, and trying again does not help.</summary>
    /// <param name="Reason">Why, for people.</param>
    public sealed record Unavailable(string Reason) : AlarmLookup;
}

namespace Watchkeeper.Functions.Reports;

/// <summary>The report of one sweep: SweepFunction's response.</summary>
public sealed record SweepReport
{
    /// <summary>The number of rows whose messages were retried.</summary>
    public int Tried { get; init; }

    /// <summary>The number of incidents that expired: they were quiet for long enough, or no further events can arrive.</summary>
    public int Expired { get; init; }

    /// <summary>The number of incidents that were resolved because CloudWatch shows their alarm in state OK.</summary>
    public int Resolved { get; init; }

    /// <summary>The number of alarms found in state ALARM without an event.</summary>
    public int Found { get; init; }

    /// <summary>The number of incidents with a reminder.</summary>
    public int Reminded { get; init; }

    /// <summary>The number of incidents whose mute in AWS ended.</summary>
    public int MutesEnded { get; init; }

    /// <summary>The number of incidents whose severity rose because their planned change has come near.</summary>
    public int Raised { get; init; }

    /// <summary>The number of rows that failed; the next sweep retries them.</summary>
    public int Failed { get; init; }
}

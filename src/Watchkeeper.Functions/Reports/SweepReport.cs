namespace Watchkeeper.Functions.Reports;

/// <summary>What one sweep did; SweepFunction answers with it.</summary>
public sealed record SweepReport
{
    /// <summary>How many rows' messages were tried again.</summary>
    public int Tried { get; init; }

    /// <summary>How many incidents ended by being quiet, or because nothing can be heard of them any more.</summary>
    public int Expired { get; init; }

    /// <summary>How many incidents ended because CloudWatch shows that their alarm is well.</summary>
    public int Resolved { get; init; }

    /// <summary>How many alarms were found in state ALARM whose event never came.</summary>
    public int Found { get; init; }

    /// <summary>Of how many incidents people were reminded.</summary>
    public int Reminded { get; init; }

    /// <summary>How many incidents AWS no longer keeps quiet.</summary>
    public int MutesEnded { get; init; }

    /// <summary>How many rows could not be dealt with; the next sweep tries again.</summary>
    public int Failed { get; init; }
}

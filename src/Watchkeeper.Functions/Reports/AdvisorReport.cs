using System.Collections.Immutable;

namespace Watchkeeper.Functions.Reports;

/// <summary>What a run came to.</summary>
public sealed record AdvisorReport
{
    /// <summary>False: the account's support plan does not include the Support API, and nothing was done.</summary>
    public required bool IsSubscribed { get; init; }

    /// <summary>How many checks there are.</summary>
    public int Checks { get; init; }

    /// <summary>How many were asked to look again.</summary>
    public int Refreshed { get; init; }

    /// <summary>How many were read and compared.</summary>
    public int Read { get; init; }

    /// <summary>How many have no result.</summary>
    public int NotAvailable { get; init; }

    /// <summary>How many signals that made.</summary>
    public int Signals { get; init; }

    /// <summary>How the signals were accounted for: the first 500, since Lambda refuses an answer of more than 6 MB.</summary>
    public ImmutableArray<IntakeResult> Results { get; init; } = [];

    /// <summary>Checks that could not be read, with the reason; the others were.</summary>
    public ImmutableArray<FailedCheck> Failed { get; init; } = [];

    /// <summary>How many were left for the next run because time ran out.</summary>
    public int Left { get; init; }
}

/// <summary>A check that could not be read.</summary>
/// <param name="CheckId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What AWS said, or what was seen instead.</param>
public sealed record FailedCheck(string CheckId, string Name, string Reason);

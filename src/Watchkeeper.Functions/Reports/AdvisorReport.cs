using System.Collections.Immutable;

namespace Watchkeeper.Functions.Reports;

/// <summary>The report of one audit run.</summary>
public sealed record AdvisorReport
{
    /// <summary>False if the account's support plan does not include the Support API. The run then did nothing.</summary>
    public required bool IsSubscribed { get; init; }

    /// <summary>The number of checks.</summary>
    public int Checks { get; init; }

    /// <summary>The number of checks that were refreshed.</summary>
    public int Refreshed { get; init; }

    /// <summary>The number of checks that were read and compared.</summary>
    public int Read { get; init; }

    /// <summary>The number of checks without a result.</summary>
    public int NotAvailable { get; init; }

    /// <summary>The number of signals that the run created.</summary>
    public int Signals { get; init; }

    /// <summary>The results of the first 500 signals. Lambda refuses a response larger than 6 MB.</summary>
    public ImmutableArray<IntakeResult> Results { get; init; } = [];

    /// <summary>Checks that could not be read, with the reason. One failure does not stop the other checks.</summary>
    public ImmutableArray<FailedCheck> Failed { get; init; } = [];

    /// <summary>The number of checks left for the next run because time ran out.</summary>
    public int Left { get; init; }
}

/// <summary>A check that could not be read.</summary>
/// <param name="CheckId">The check's id.</param>
/// <param name="Name">The check's name.</param>
/// <param name="Reason">AWS's error, or the unexpected result.</param>
public sealed record FailedCheck(string CheckId, string Name, string Reason);

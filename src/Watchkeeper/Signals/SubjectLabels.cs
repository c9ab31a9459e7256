namespace Watchkeeper.Signals;

/// <summary>Names and values of labels that decisions go by.</summary>
public static class SubjectLabels
{
    /// <summary>
    /// Of an alarm over CPU: whether it tells of too much load (<see cref="High"/>) or of too little (<see cref="Low"/>).
    /// </summary>
    public const string Load = "load";

    /// <summary>More load than there should be.</summary>
    public const string High = "high";

    /// <summary>Less load than there should be.</summary>
    public const string Low = "low";

    /// <summary>
    /// Of an alarm over a status check of an instance: whether it rings when the check <see cref="Failed"/> or <see
    /// cref="Passed"/>.
    /// </summary>
    public const string Check = "check";

    /// <summary>The check failed.</summary>
    public const string Failed = "failed";

    /// <summary>The check passed.</summary>
    public const string Passed = "passed";
}

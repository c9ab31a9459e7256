namespace Watchkeeper.Signals;

/// <summary>How bad an incident is, in rising order so that comparison means «worse».</summary>
public enum Severity
{
    /// <summary>Worth recording only.</summary>
    Info,

    /// <summary>Look at it when there is time.</summary>
    Low,

    /// <summary>Look at it this working day.</summary>
    Medium,

    /// <summary>Look at it now.</summary>
    High,

    /// <summary>Customers or the account itself are harmed now.</summary>
    Critical,
}

namespace Watchkeeper.Signals;

/// <summary>Severity of an incident, in rising order: a greater value is worse.</summary>
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

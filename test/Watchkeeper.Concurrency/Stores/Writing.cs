namespace Watchkeeper.Concurrency.Stores;

/// <summary>Whether a table reads and writes in one step or, as no table may, in two.</summary>
public enum Writing
{
    /// <summary>A conditional write.</summary>
    InOneStep,

    /// <summary>A read, and later an unconditional write that was right for the rows read.</summary>
    InTwoSteps,
}

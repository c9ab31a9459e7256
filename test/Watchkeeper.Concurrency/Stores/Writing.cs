namespace Watchkeeper.Concurrency.Stores;

/// <summary>Whether a table looks and writes in one step, or, as no table may, in two.</summary>
public enum Writing
{
    /// <summary>A conditional write.</summary>
    InOneStep,

    /// <summary>A read, and later an unconditional write of what was right for what had been read.</summary>
    InTwoSteps,
}

using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Reacting;

/// <summary>What came of one reaction.</summary>
public abstract record ReactResult
{
    /// <summary>Its outcome was written just now.</summary>
    /// <param name="Record">The ledger's row.</param>
    public sealed record Finished(ReactionRecord Record) : ReactResult;

    /// <summary>It had been dealt with before.</summary>
    /// <param name="Record">The ledger's row.</param>
    public sealed record Known(ReactionRecord Record) : ReactResult;

    /// <summary>Another process is at it; come back after its deadline.</summary>
    /// <param name="Until">Its deadline.</param>
    public sealed record HeldElsewhere(DateTimeOffset Until) : ReactResult;
}

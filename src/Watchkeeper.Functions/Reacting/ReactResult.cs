using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Reacting;

/// <summary>The result of one reaction.</summary>
internal abstract record ReactResult
{
    /// <summary>This call recorded the outcome.</summary>
    /// <param name="Record">The ledger's row.</param>
    public sealed record Finished(ReactionRecord Record) : ReactResult;

    /// <summary>An earlier call finished the reaction.</summary>
    /// <param name="Record">The ledger's row.</param>
    public sealed record Known(ReactionRecord Record) : ReactResult;

    /// <summary>Another process holds the reaction. Retry after its deadline.</summary>
    /// <param name="Until">The other process's deadline.</param>
    public sealed record HeldElsewhere(DateTimeOffset Until) : ReactResult;
}

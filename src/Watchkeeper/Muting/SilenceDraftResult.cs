using System.Collections.Immutable;

namespace Watchkeeper.Muting;

/// <summary>The result of checking a wanted silence, or a wanted change of one.</summary>
public abstract record SilenceDraftResult
{
    private SilenceDraftResult()
    {
    }

    /// <summary>It can be written.</summary>
    /// <param name="Silence">The silence.</param>
    /// <param name="Warnings">What is valid and hardly meant.</param>
    public sealed record Valid(Silence Silence, ImmutableArray<SilenceProblem> Warnings) : SilenceDraftResult;

    /// <summary>It cannot be written.</summary>
    /// <param name="Problems">All that is wrong, in the order of the fields.</param>
    public sealed record Invalid(ImmutableArray<SilenceProblem> Problems) : SilenceDraftResult;
}

using System.Collections.Immutable;
using Watchkeeper.Cli.Asking;

namespace Watchkeeper.Cli.Silencing;

/// <summary>The result of <c>silence add</c>, as <c>--output json</c> prints it.</summary>
internal sealed record AddedLine
{
    /// <summary>added.</summary>
    public required string Result { get; init; }

    /// <summary>The silence.</summary>
    public required SilenceLine Silence { get; init; }

    /// <summary>How many incidents are active.</summary>
    public required int Active { get; init; }

    /// <summary>How many of them the matchers match; they are quiet once the silence has begun.</summary>
    public required int Matched { get; init; }

    /// <summary>Whether all active incidents were looked at.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The first of those that match.</summary>
    public required ImmutableArray<IncidentLine> Incidents { get; init; }
}

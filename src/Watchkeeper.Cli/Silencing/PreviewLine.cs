using System.Collections.Immutable;
using Watchkeeper.Cli.Asking;

namespace Watchkeeper.Cli.Silencing;

/// <summary>What a silence would do, as <c>--output json</c> prints it.</summary>
internal sealed record PreviewLine
{
    /// <summary>The matchers, each in a form that parses back to it.</summary>
    public required ImmutableArray<string> Matchers { get; init; }

    /// <summary>How many incidents are active.</summary>
    public required int Active { get; init; }

    /// <summary>How many of them it would keep quiet.</summary>
    public required int Matched { get; init; }

    /// <summary>The first of these.</summary>
    public required ImmutableArray<IncidentLine> Incidents { get; init; }

    /// <summary>The number of days that were looked at.</summary>
    public required int Days { get; init; }

    /// <summary>How many incidents were active in these days.</summary>
    public required int Recent { get; init; }

    /// <summary>How many of them it would have kept quiet, wholly or for a time.</summary>
    public required int RecentMatched { get; init; }

    /// <summary>How many messages about them were sent in these days.</summary>
    public required int Messages { get; init; }

    /// <summary>The same by the kind of channel.</summary>
    public required ImmutableSortedDictionary<string, int> Channels { get; init; }

    /// <summary>Whether everything was looked at.</summary>
    public required bool IsComplete { get; init; }
}

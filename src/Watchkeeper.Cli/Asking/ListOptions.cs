using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Cli.Asking;

/// <summary>The formats of an answer.</summary>
internal enum AnswerFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>RFC 4180, with a header.</summary>
    Csv,
}

/// <summary>A question for a list, as it was typed.</summary>
internal sealed record ListOptions
{
    /// <summary>The list, without matchers.</summary>
    public required IncidentQuestion Question { get; init; }

    /// <summary>What all incidents must match.</summary>
    public required MatcherSet Filter { get; init; }

    /// <summary>Only incidents of this status; null for all.</summary>
    public IncidentStatus? Status { get; init; }

    /// <summary>Maximum number of incidents.</summary>
    public required int Limit { get; init; }

    /// <summary>Where an earlier answer ended; null for the beginning.</summary>
    public string? After { get; init; }

    /// <summary>What was asked, in words: <c>of service order</c>; empty for what is active.</summary>
    public string Words { get; init; } = "";

    /// <summary>The format.</summary>
    public required AnswerFormat Format { get; init; }
}

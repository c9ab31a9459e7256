using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.Wiring;

/// <summary>How a function is fed with the changes of a table.</summary>
internal sealed record StreamMapping
{
    /// <summary>The logical id that SAM gives the mapping: the function's, followed by the event's.</summary>
    public required string Name { get; init; }

    public required string Function { get; init; }

    public required string Table { get; init; }

    /// <summary>Records at most in one invocation. Lambda's default is 100.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Batches of one shard that may run at once. The default is 1.</summary>
    public required int ParallelizationFactor { get; init; }

    /// <summary>Tries after the first; null is until the record expires.</summary>
    public int? MaximumAttempts { get; init; }

    /// <summary>How old a record may become before it is given up; null is until the stream forgets it.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary>A batch that failed as a whole is halved and tried again.</summary>
    public required bool Bisects { get; init; }

    /// <summary>The function's answer says which records failed.</summary>
    public required bool ReportsFailures { get; init; }

    /// <summary>A record is handed over when one of these matches it; none at all is every record.</summary>
    public required ImmutableArray<StreamFilter> Filters { get; init; }

    /// <summary>The resource that gets what the function gave up on.</summary>
    public string? OnFailure { get; init; }
}

/// <summary>A pattern, in the language of event patterns, over a stream record.</summary>
/// <param name="Pattern">Nobody has checked yet that it is a valid pattern.</param>
/// <param name="Place">Where it stands in the template.</param>
internal sealed record StreamFilter(JsonElement Pattern, TemplatePosition Place);

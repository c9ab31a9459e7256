using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.Wiring;

/// <summary>The event source mapping that feeds a function with the changes of a table.</summary>
internal sealed record StreamMapping
{
    /// <summary>The logical id that SAM gives the mapping: the function's id, followed by the event's.</summary>
    public required string Name { get; init; }

    public required string Function { get; init; }

    public required string Table { get; init; }

    /// <summary>The maximum number of records in one invocation. Lambda's default is 100.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The number of concurrent batches per shard. The default is 1.</summary>
    public required int ParallelizationFactor { get; init; }

    /// <summary>The number of retries after the first attempt; null means until the record expires.</summary>
    public int? MaximumAttempts { get; init; }

    /// <summary>The maximum age of a record; null means the retention of the stream.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary>Whether Lambda halves and retries a batch that failed as a whole.</summary>
    public required bool Bisects { get; init; }

    /// <summary>Whether the function's response lists the failed records.</summary>
    public required bool ReportsFailures { get; init; }

    /// <summary>The filters. A record passes if one of them matches; without filters, every record passes.</summary>
    public required ImmutableArray<StreamFilter> Filters { get; init; }

    /// <summary>The destination of records whose attempts all failed.</summary>
    public string? OnFailure { get; init; }
}

/// <summary>A filter over stream records, in the language of event patterns.</summary>
/// <param name="Pattern">The pattern, not yet validated.</param>
/// <param name="Place">The pattern's position in the template.</param>
internal sealed record StreamFilter(JsonElement Pattern, TemplatePosition Place);

using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>The Lambda configuration of one function.</summary>
internal sealed record FunctionWiring
{
    public required string LogicalId { get; init; }

    /// <summary>Lambda's default is 3 seconds.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Mebibytes. Lambda's default is 128.</summary>
    public required int Memory { get; init; }

    /// <summary>The maximum concurrency; null if the function shares the account's limit.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>The environment variables that the template sets, without those that Lambda sets.</summary>
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>The retry policy of asynchronous invocations.</summary>
    public required RetryPolicy Retry { get; init; }

    /// <summary>The destination of asynchronous events whose attempts all failed.</summary>
    public string? OnFailure { get; init; }
}

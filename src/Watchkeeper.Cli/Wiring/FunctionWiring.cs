using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>One function as Lambda would run it.</summary>
internal sealed record FunctionWiring
{
    public required string LogicalId { get; init; }

    /// <summary>Lambda's default is 3 seconds.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Mebibytes. Lambda's default is 128.</summary>
    public required int Memory { get; init; }

    /// <summary>How many may run at once; null where the function shares the account's limit.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>What the template sets. The variables that Lambda itself sets are not in it.</summary>
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>How an event that was handed over asynchronously is tried again.</summary>
    public required RetryPolicy Retry { get; init; }

    /// <summary>The resource that gets an asynchronous event which failed to the end.</summary>
    public string? OnFailure { get; init; }
}

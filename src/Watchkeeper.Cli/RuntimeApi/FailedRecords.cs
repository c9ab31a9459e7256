using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>Stream records whose attempts all failed, as the mapping's on-failure destination receives them.</summary>
internal sealed record FailedRecords
{
    public const string RetriesExhausted = "RetryAttemptsExhausted";
    public const string RecordAgeExceeded = "RecordAgeExceeded";

    /// <summary>The function's ARN.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>The records in order; never empty.</summary>
    public required ImmutableArray<StreamRecord> Records { get; init; }

    /// <summary>The last failure; null if the records expired before the first attempt.</summary>
    public required InvocationResult? Last { get; init; }

    /// <summary>The request id of the last attempt.</summary>
    public required string RequestId { get; init; }

    /// <summary>Why Lambda stopped: <see cref="RetriesExhausted"/> or <see cref="RecordAgeExceeded"/>.</summary>
    public required string Condition { get; init; }

    /// <summary>The number of attempts with exactly these records, without attempts with the larger batch.</summary>
    public required int Attempts { get; init; }

    public required DateTimeOffset At { get; init; }
}

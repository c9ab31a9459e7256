using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>Records of a stream that a mapping gave up: what its on-failure destination gets.</summary>
internal sealed record FailedRecords
{
    public const string RetriesExhausted = "RetryAttemptsExhausted";
    public const string RecordAgeExceeded = "RecordAgeExceeded";

    /// <summary>The function's ARN.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>In order, never empty.</summary>
    public required ImmutableArray<StreamRecord> Records { get; init; }

    /// <summary>The last failure; null where the records grew too old before the first try.</summary>
    public required InvocationResult? Last { get; init; }

    /// <summary>The id of the last try.</summary>
    public required string RequestId { get; init; }

    /// <summary>Why no further try: <see cref="RetriesExhausted"/> or <see cref="RecordAgeExceeded"/>.</summary>
    public required string Condition { get; init; }

    /// <summary>Tries of exactly these records; those of the batch that they came in do not count.</summary>
    public required int Attempts { get; init; }

    public required DateTimeOffset At { get; init; }
}

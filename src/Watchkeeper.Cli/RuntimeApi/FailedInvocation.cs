namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// An asynchronous invocation whose attempts all failed, as a dead-letter queue or an on-failure destination receives it.
/// </summary>
internal sealed record FailedInvocation
{
    public const string RetriesExhausted = "RetriesExhausted";
    public const string EventAgeExceeded = "EventAgeExceeded";

    /// <summary>The function's ARN.</summary>
    public required string FunctionArn { get; init; }

    public required FunctionInvocation Invocation { get; init; }

    /// <summary>The last failure; null if the event expired before the first attempt.</summary>
    public required InvocationResult? Last { get; init; }

    /// <summary>Why Lambda stopped: <see cref="RetriesExhausted"/> or <see cref="EventAgeExceeded"/>.</summary>
    public required string Condition { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset At { get; init; }
}

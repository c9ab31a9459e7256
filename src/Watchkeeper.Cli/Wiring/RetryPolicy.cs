namespace Watchkeeper.Cli.Wiring;

/// <param name="MaximumAttempts">The number of retries after the first attempt.</param>
/// <param name="MaximumAge">The age at which an event expires and becomes a dead letter.</param>
internal sealed record RetryPolicy(int MaximumAttempts, TimeSpan MaximumAge)
{
    /// <summary>Lambda's defaults for asynchronous events.</summary>
    public static RetryPolicy AsynchronousDefault { get; } = new(2, TimeSpan.FromHours(6));

    /// <summary>EventBridge's defaults for a target of a rule.</summary>
    public static RetryPolicy RuleDefault { get; } = new(185, TimeSpan.FromHours(24));
}

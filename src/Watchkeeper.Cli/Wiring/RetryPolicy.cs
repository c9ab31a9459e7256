namespace Watchkeeper.Cli.Wiring;

/// <param name="MaximumAttempts">Tries after the first one.</param>
/// <param name="MaximumAge">How old an event may become before it is given up.</param>
internal sealed record RetryPolicy(int MaximumAttempts, TimeSpan MaximumAge)
{
    /// <summary>Lambda's defaults for asynchronous events.</summary>
    public static RetryPolicy AsynchronousDefault { get; } = new(2, TimeSpan.FromHours(6));

    /// <summary>EventBridge's defaults for a target of a rule.</summary>
    public static RetryPolicy RuleDefault { get; } = new(185, TimeSpan.FromHours(24));
}

namespace Watchkeeper.Cli.Wiring;

/// <summary>A rule that invokes a function on a schedule, with EventBridge's «Scheduled Event».</summary>
internal sealed record Schedule
{
    /// <summary>The logical id that SAM gives the rule: the function's id, followed by the event's.</summary>
    public required string Name { get; init; }

    public required string Function { get; init; }

    /// <summary>The schedule expression: <c>rate(1 minute)</c> or <c>cron(0 6 * * ? *)</c>, in UTC.</summary>
    public required string Expression { get; init; }

    /// <summary>The interval of a rate; null for a cron expression.</summary>
    public TimeSpan? Every { get; init; }

    public required bool IsEnabled { get; init; }

    public required RetryPolicy Retry { get; init; }

    /// <summary>The dead-letter queue for events that the bus could not deliver.</summary>
    public string? DeadLetters { get; init; }
}

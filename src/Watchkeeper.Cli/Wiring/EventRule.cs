using System.Text.Json;

namespace Watchkeeper.Cli.Wiring;

/// <summary>A rule on the default event bus that invokes a function.</summary>
internal sealed record EventRule
{
    /// <summary>The logical id that SAM gives the rule: the function's id, followed by the event's.</summary>
    public required string Name { get; init; }

    public required string Function { get; init; }

    /// <summary>The event pattern for EventBridge, not yet validated.</summary>
    public required JsonElement Pattern { get; init; }

    /// <summary>The position of the pattern in the template.</summary>
    public required TemplatePosition Place { get; init; }

    public required RuleState State { get; init; }

    public required RetryPolicy Retry { get; init; }

    /// <summary>The dead-letter queue for events that the bus could not deliver.</summary>
    public string? DeadLetters { get; init; }
}

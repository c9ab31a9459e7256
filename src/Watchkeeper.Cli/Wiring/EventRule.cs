using System.Text.Json;

namespace Watchkeeper.Cli.Wiring;

/// <summary>A rule on the default event bus that invokes a function.</summary>
internal sealed record EventRule
{
    /// <summary>The logical id that SAM gives the rule: the function's, followed by the event's.</summary>
    public required string Name { get; init; }

    public required string Function { get; init; }

    /// <summary>The event pattern as EventBridge gets it; nobody has checked yet that it is a valid one.</summary>
    public required JsonElement Pattern { get; init; }

    /// <summary>Where the pattern stands in the template.</summary>
    public required TemplatePosition Place { get; init; }

    public required RuleState State { get; init; }

    public required RetryPolicy Retry { get; init; }

    /// <summary>The queue for events that the bus could not deliver.</summary>
    public string? DeadLetters { get; init; }
}

namespace Watchkeeper.Cli.Wiring;

/// <summary>A subscription of a topic.</summary>
internal sealed record TopicSubscription
{
    /// <summary>The subscription's logical id.</summary>
    public required string Name { get; init; }

    public required string Topic { get; init; }

    /// <summary>The SNS protocol: <c>lambda</c>, <c>email</c> …</summary>
    public required string Protocol { get; init; }

    /// <summary>The function's logical id for <c>lambda</c>; otherwise the address.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The dead-letter queue for messages that the topic could not deliver.</summary>
    public string? DeadLetters { get; init; }
}

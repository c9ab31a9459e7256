namespace Watchkeeper.Cli.Wiring;

/// <summary>Who gets what is published to a topic.</summary>
internal sealed record TopicSubscription
{
    /// <summary>The subscription's logical id.</summary>
    public required string Name { get; init; }

    public required string Topic { get; init; }

    /// <summary>SNS's name of it: <c>lambda</c>, <c>email</c> …</summary>
    public required string Protocol { get; init; }

    /// <summary>For <c>lambda</c> the function's logical id, else the address.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The queue for messages that the topic could not deliver.</summary>
    public string? DeadLetters { get; init; }
}

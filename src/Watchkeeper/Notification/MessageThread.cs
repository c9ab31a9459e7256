namespace Watchkeeper.Notification;

/// <summary>The conversation to which a message belongs: one per incident. Channels without conversations ignore it.</summary>
public sealed record MessageThread
{
    /// <summary>The incident's id. All messages of one conversation have the same id, and no other conversation has it.</summary>
    public required string Incident { get; init; }

    /// <summary>When the message's entry was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// The id of the first message of the conversation to the same address, as the channel returned it
    /// (<see cref="SendResult.Sent"/>). Null for the first message itself, and while no message is known to be accepted.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>Whether the message begins the conversation: it reports the opening of the incident.</summary>
    public bool IsOpening { get; init; }
}

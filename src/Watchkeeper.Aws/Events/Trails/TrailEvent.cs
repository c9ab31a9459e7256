using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// A call, a sign-in or a service event of CloudTrail, as input for detections («CloudTrail record contents» in its user guide).
/// All of its text comes from callers.
/// </summary>
public sealed record TrailEvent
{
    /// <summary>
    /// The whole event in EventBridge's form, which patterns are written for. If there was no envelope, one is created around the
    /// record. Owns its memory.
    /// </summary>
    public required JsonElement Envelope { get; init; }

    /// <summary>The record: <c>detail</c> of the envelope.</summary>
    public JsonElement Record => Envelope.GetProperty("detail");

    /// <summary>The detail type in EventBridge, such as <c>AWS API Call via CloudTrail</c>.</summary>
    public required string DetailType { get; init; }

    /// <summary>CloudTrail's <c>eventID</c>, the same in the trail's files.</summary>
    public required string EventId { get; init; }

    /// <summary>The id of signals about this event.</summary>
    public string SignalId => StableHash.Compute("trail", EventId);

    /// <summary>The called service, such as <c>iam.amazonaws.com</c>.</summary>
    public required string EventSource { get; init; }

    /// <summary>The call, such as <c>CreateAccessKey</c>.</summary>
    public required string EventName { get; init; }

    /// <summary>Service and call in the notation of policies: <c>iam:CreateAccessKey</c>.</summary>
    public string Api => $"{EventSource.Split('.', 2)[0]}:{EventName}";

    /// <summary>The time of the event.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The account of the event.</summary>
    public required string Account { get; init; }

    /// <summary>The region of the event.</summary>
    public required string Region { get; init; }

    /// <summary>The partition of the event.</summary>
    public required string Partition { get; init; }

    /// <summary>The actor: an ARN, else the service, user, account or principal; empty if unknown.</summary>
    public required string Actor { get; init; }

    /// <summary>The key that distinguishes the actor from others, without generated session names.</summary>
    public required string ActorKey { get; init; }

    /// <summary>The type of actor: Root, IAMUser, AssumedRole, AWSService …; empty if unknown.</summary>
    public required string ActorType { get; init; }

    /// <summary>
    /// Whether anybody with a password, or an unknown person, may be this actor, so that only the source address identifies the
    /// caller.
    /// </summary>
    public bool IsKnownBySource { get; init; }

    /// <summary>Whether CloudTrail marks the event as read-only; false if unknown.</summary>
    public bool IsRead { get; init; }

    /// <summary>An IP address, or the service that called on behalf of somebody; empty if unknown.</summary>
    public required string SourceAddress { get; init; }

    /// <summary>The caller's user agent.</summary>
    public required string UserAgent { get; init; }

    /// <summary>The error of a failed call, such as <c>AccessDenied</c>; empty for a successful call.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>The message with the error code, or with a failed sign-in.</summary>
    public required string ErrorMessage { get; init; }

    /// <summary>The ARNs of the resources in the record; at most 20.</summary>
    public required ImmutableArray<string> Resources { get; init; }
}

/// <summary>The result of <see cref="TrailEvents"/> for one event.</summary>
public abstract record TrailParseResult
{
    private TrailParseResult()
    {
    }

    /// <summary>An event for detections to evaluate.</summary>
    /// <param name="Event">The event.</param>
    public sealed record Happened(TrailEvent Event) : TrailParseResult;

    /// <summary>A result without detections: an insight, which is a signal by itself, or a rejection.</summary>
    /// <param name="Result">The result.</param>
    public sealed record Read(SignalParseResult Result) : TrailParseResult;
}

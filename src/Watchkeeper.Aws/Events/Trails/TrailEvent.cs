using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// A call, a sign-in or a service event of CloudTrail, for detections to look at («CloudTrail record contents» in its user
/// guide). All of its text is what callers sent.
/// </summary>
public sealed record TrailEvent
{
    /// <summary>
    /// The whole event as EventBridge gives it, which is what patterns are written for; made up around the record where there was
    /// no envelope. Owns its memory.
    /// </summary>
    public required JsonElement Envelope { get; init; }

    /// <summary>The record itself: <c>detail</c> of the envelope.</summary>
    public JsonElement Record => Envelope.GetProperty("detail");

    /// <summary>What EventBridge calls it, such as <c>AWS API Call via CloudTrail</c>.</summary>
    public required string DetailType { get; init; }

    /// <summary>CloudTrail's <c>eventID</c>, the same in the trail's files.</summary>
    public required string EventId { get; init; }

    /// <summary>The id for signals about it.</summary>
    public string SignalId => StableHash.Compute("trail", EventId);

    /// <summary>The service called, such as <c>iam.amazonaws.com</c>.</summary>
    public required string EventSource { get; init; }

    /// <summary>The call, such as <c>CreateAccessKey</c>.</summary>
    public required string EventName { get; init; }

    /// <summary>Service and call as policies write them: <c>iam:CreateAccessKey</c>.</summary>
    public string Api => $"{EventSource.Split('.', 2)[0]}:{EventName}";

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The account it was recorded for.</summary>
    public required string Account { get; init; }

    /// <summary>The region it happened in.</summary>
    public required string Region { get; init; }

    /// <summary>The partition it happened in.</summary>
    public required string Partition { get; init; }

    /// <summary>Who did it: an ARN, else the service, user, account or principal; empty where it is not said.</summary>
    public required string Actor { get; init; }

    /// <summary>What tells that actor from others: without the names that machines give to their sessions.</summary>
    public required string ActorKey { get; init; }

    /// <summary>What kind of actor: Root, IAMUser, AssumedRole, AWSService …; empty where it is not said.</summary>
    public required string ActorType { get; init; }

    /// <summary>
    /// Whether whoever knows a password, or nobody known, may be this actor, so that only the address tells who it was.
    /// </summary>
    public bool IsKnownBySource { get; init; }

    /// <summary>Whether CloudTrail says that it only read; false where it does not say.</summary>
    public bool IsRead { get; init; }

    /// <summary>An IP address, or the service that called on somebody's behalf; empty where it is not said.</summary>
    public required string SourceAddress { get; init; }

    /// <summary>What the caller calls itself.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Why the call failed, such as <c>AccessDenied</c>; empty for one that succeeded.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>The words with the error code, or with a failed sign-in.</summary>
    public required string ErrorMessage { get; init; }

    /// <summary>ARNs of the resources that the record lists; at most 20.</summary>
    public required ImmutableArray<string> Resources { get; init; }
}

/// <summary>What <see cref="TrailEvents"/> made of one event.</summary>
public abstract record TrailParseResult
{
    private TrailParseResult()
    {
    }

    /// <summary>Something that happened: detections decide what it means.</summary>
    /// <param name="Event">What happened.</param>
    public sealed record Happened(TrailEvent Event) : TrailParseResult;

    /// <summary>Nothing for detections: an insight, which is a signal by itself, or a rejection.</summary>
    /// <param name="Result">The outcome.</param>
    public sealed record Read(SignalParseResult Result) : TrailParseResult;
}

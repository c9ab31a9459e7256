using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Incidents;

/// <summary>
/// What was decided about an event, or one part of it, that has no entry in a timeline: a duplicate, a stale state, an ignored or
/// rejected event. Every other event leads to its entry.
/// </summary>
public sealed record EventRecord
{
    /// <summary>
    /// The envelope's id (EventBridge's <c>id</c>, SNS's <c>MessageId</c>); for a rejected payload without one, a hash of it.
    /// </summary>
    public required string EventId { get; init => field = InertText.Shorten(value, SubjectLimits.EventId); }

    /// <summary>The function that decided, by its name in the template.</summary>
    public required string Function { get; init; }

    /// <summary>How the event was accounted for.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// A <see cref="DecisionReason"/> in kebab case, why the event was ignored, or why it was rejected; cut to <see
    /// cref="SubjectLimits.Detail"/>.
    /// </summary>
    public required string Reason { get; init => field = InertText.Shorten(value, SubjectLimits.Detail); }

    /// <summary>The decision about an event that was not understood.</summary>
    public const string Rejected = "rejected";

    /// <summary>The named reason of the decision: <see cref="Reason"/>, or <see cref="Rejected"/>.</summary>
    public string Decision => Outcome is Outcome.Failed ? Rejected : Reason;

    /// <summary>The JSON path of the error in a rejected event; null for every other event.</summary>
    public string? Path { get; init => field = value is null ? null : InertText.Shorten(value, SubjectLimits.Detail); }

    /// <summary>The normalised signal within <see cref="SubjectLimits"/>; null if the event is none.</summary>
    public Signal? Signal { get; init => field = value is null ? null : SubjectLimits.Bound(value); }

    /// <summary>The severity that the signal was given; null without a signal.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The incident in the signal's slot; null if there was none.</summary>
    public string? Incident { get; init; }

    /// <summary>When it was decided, by our clock. Of several deliveries, the last.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Version of the configuration that it was decided under. Null for the fate of a mail, and for what an earlier version
    /// decided.
    /// </summary>
    public string? Configuration { get; init; }

    /// <summary>How often the same was decided about the same event.</summary>
    public int Times { get; init; } = 1;
}

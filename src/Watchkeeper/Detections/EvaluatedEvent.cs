using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Actors;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections;

/// <summary>An event while detections are evaluated over it. What several of them need is computed once, on first use.</summary>
/// <param name="json">The event.</param>
/// <param name="ownRoles">The ARNs of the roles that Watchkeeper's functions act with.</param>
internal sealed class EvaluatedEvent(JsonElement json, ImmutableArray<string> ownRoles)
{
    private readonly List<(ImmutableArray<EventPath> Places, JsonElement Json)> decoded = [];
    private string? errorCode;
    private CallOutcome? outcome;
    private Actor? actor;

    /// <summary>Why the call was refused or failed; empty for a successful call.</summary>
    public string ErrorCode => errorCode ??= DetectionMatch.ErrorCodeOf(json);

    /// <summary>What became of the call.</summary>
    public CallOutcome Outcome => outcome ??= CallOutcomes.From(ErrorCode);

    /// <summary>Who made the call.</summary>
    public Actor Actor => actor ??= ActorReader.Read(json, ownRoles);

    /// <summary>The event with the texts at these paths decoded.</summary>
    public JsonElement Decoded(ImmutableArray<EventPath> places)
    {
        if (places.IsEmpty)
            return json;
        foreach (var known in decoded)
        {
            if (known.Places.AsSpan().SequenceEqual(places.AsSpan()))
                return known.Json;
        }

        var result = DecodedEvent.From(json, places);
        decoded.Add((places, result));
        return result;
    }
}

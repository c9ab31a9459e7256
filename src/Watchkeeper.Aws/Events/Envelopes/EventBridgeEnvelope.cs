using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Envelopes;

/// <summary>What EventBridge puts around every event («AWS service event metadata» in its user guide).</summary>
internal sealed record EventBridgeEnvelope
{
    /// <summary>The event's id; the same in every redelivery.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of event.</summary>
    public required string DetailType { get; init; }

    /// <summary>The account it comes from; empty where it is not said.</summary>
    public required string Account { get; init; }

    /// <summary>The region it was delivered in; empty where it is not said.</summary>
    public required string Region { get; init; }

    /// <summary>The texts of <c>resources</c>.</summary>
    public required ImmutableArray<string> Resources { get; init; }

    /// <summary>The whole event.</summary>
    public required JsonCursor Root { get; init; }

    /// <summary>The source's own part.</summary>
    public required JsonCursor Detail { get; init; }

    /// <summary>Reads the envelope, which must come from one of the sources.</summary>
    public static EventBridgeEnvelope Read(JsonCursor root, params ReadOnlySpan<string> sources)
    {
        root.Member("source").OneOf(sources);
        return ReadAny(root);
    }

    /// <summary>Reads the envelope of any source.</summary>
    public static EventBridgeEnvelope ReadAny(JsonCursor root) => new()
    {
        Id = root.Member("id").Text("the event's id"),
        DetailType = root.Member("detail-type").Text("the event's type"),
        Account = root.Element.Text("account"),
        Region = root.Element.Text("region"),
        Resources = [.. root.Element.Get("resources").Items().Select(JsonDecoration.Text).Where(text => text.Length > 0)],
        Root = root,
        Detail = root.Member("detail").Object("the event's detail"),
    };

    /// <summary>When it was sent, in whole seconds.</summary>
    public DateTimeOffset Time(DateTimeOffset now) => Root.Member("time").Time(now);

    /// <summary>Whether a document looks like such an envelope.</summary>
    public static bool Fits(JsonElement document) => document.Get("detail-type").ValueKind is not JsonValueKind.Undefined;
}

using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Envelopes;

/// <summary>The envelope of every EventBridge event («AWS service event metadata» in its user guide).</summary>
internal sealed record EventBridgeEnvelope
{
    /// <summary>The event's id, the same in every redelivery.</summary>
    public required string Id { get; init; }

    /// <summary>The type of event.</summary>
    public required string DetailType { get; init; }

    /// <summary>The originating account; empty if not given.</summary>
    public required string Account { get; init; }

    /// <summary>The region of delivery; empty if not given.</summary>
    public required string Region { get; init; }

    /// <summary>The texts of <c>resources</c>.</summary>
    public required ImmutableArray<string> Resources { get; init; }

    /// <summary>The whole event.</summary>
    public required JsonCursor Root { get; init; }

    /// <summary>The detail from the event's source.</summary>
    public required JsonCursor Detail { get; init; }

    /// <summary>Reads the envelope and requires one of the sources.</summary>
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

    /// <summary>The time of sending, in whole seconds.</summary>
    public DateTimeOffset Time(DateTimeOffset now) => Root.Member("time").Time(now);

    /// <summary>Whether a document looks like an EventBridge envelope.</summary>
    public static bool Fits(JsonElement document) => document.Get("detail-type").ValueKind is not JsonValueKind.Undefined;
}

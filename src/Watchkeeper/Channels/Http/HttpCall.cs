using System.Collections.Immutable;

namespace Watchkeeper.Channels.Http;

/// <summary>A request to a receiver, made by nobody yet.</summary>
/// <param name="Url">The address. Whoever makes the request checks it.</param>
public sealed record HttpCall(string Url)
{
    /// <summary>The body of a POST, JSON in UTF-8; null for a GET.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Headers besides those of content and length.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init => field = value.IsDefault ? [] : value; } = [];
}

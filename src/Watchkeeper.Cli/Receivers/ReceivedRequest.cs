using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Watchkeeper.Cli.Receivers;

/// <summary>A request as its receiver would get it.</summary>
/// <param name="Host">The receiver's host.</param>
/// <param name="Path">The path after the host, with the slash at its beginning.</param>
/// <param name="Query">The parameters of the address.</param>
/// <param name="Body">The body; empty for a GET.</param>
internal sealed record ReceivedRequest(string Host, string Path, IQueryCollection Query, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether the body is a JSON object.</summary>
    public bool IsObject => Json is not null;

    private JsonElement? Json { get; } = Parse(Body);

    /// <summary>Whether the object has a member that is neither empty nor null.</summary>
    public bool Has(params ReadOnlySpan<string> path) => Text(path).Length > 0;

    /// <summary>A text as it is, another value as JSON; empty without one.</summary>
    public string Text(params ReadOnlySpan<string> path)
    {
        var value = Json;
        foreach (var name in path)
        {
            value = value is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member)
                ? member
                : null;
        }

        return value?.ValueKind switch
        {
            null or JsonValueKind.Null => "",
            JsonValueKind.String => value.Value.GetString()!,
            _ => value.Value.GetRawText(),
        };
    }

    /// <summary>The bytes of a text in UTF-8.</summary>
    public int Length(params ReadOnlySpan<string> path) => Encoding.UTF8.GetByteCount(Text(path));

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span) is { ValueKind: JsonValueKind.Object } found ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

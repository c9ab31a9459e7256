using System.Text;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>
/// One pass over an event in UTF-8, which notes the values that an index knows. It reads names, arrays, repeated properties and
/// escapes as the pattern language does; deeper content than the language sees may add values, never hide any.
/// </summary>
internal ref struct EventScan(FieldTree fields, KnownValues known, IndexScratch scratch, ReadOnlySpan<byte> utf8)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    private Utf8JsonReader reader = new(utf8, Options);

    /// <summary>Whether the event was read; false if it is no JSON.</summary>
    public bool TryRead()
    {
        try
        {
            while (reader.Read())
                Take(reader.TokenType is JsonTokenType.PropertyName);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Take(bool isProperty)
    {
        var node = scratch.Node;
        if (isProperty)
        {
            node = FindProperty(node);
            reader.Read();
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when (isProperty && node == FieldTree.None) || !fields.IsParent(node):
            case JsonTokenType.StartArray when isProperty && node == FieldTree.None:
                reader.Skip();
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                scratch.Enter(node);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                scratch.Leave();
                break;
            default:
                TakeValue(node);
                break;
        }
    }

    private readonly JsonValueKind Kind => reader.TokenType switch
    {
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    private readonly int FindProperty(int node) => fields.Find(
        node, reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(reader.ValueSpan)) : reader.ValueSpan);

    private readonly void TakeValue(int node)
    {
        if (node == FieldTree.None)
            return;
        var isText = reader.TokenType is JsonTokenType.String;
        if (fields.IsTested(node))
            scratch.Leaves.Add(node, Kind, (int)reader.TokenStartIndex, reader.ValueSpan.Length + (isText ? 2 : 0));
        if (!known.HasAny(node) || reader.TokenType is JsonTokenType.Number)
            return;
        var number = known.Find(
            node,
            isText,
            isText && reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(reader.ValueSpan)) : reader.ValueSpan);
        if (number != Utf8Table.None)
            scratch.AddValue(number);
    }
}

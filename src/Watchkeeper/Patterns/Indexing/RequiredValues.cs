using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Watchkeeper.Patterns.Matching;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>A field and its exact values, one of which an event must have somewhere so that an alternative can match.</summary>
internal sealed record RequiredValues(string Field, ImmutableArray<ExactValue> Values)
{
    private const char Replacement = '\uFFFD';

    /// <summary>What an alternative requires. Conditions that other values or a missing value meet require nothing.</summary>
    public static IEnumerable<RequiredValues> In(CompiledPattern pattern, ImmutableArray<BoundCondition> alternative)
    {
        foreach (var condition in alternative)
        {
            var field = pattern.FieldOf(condition);
            if (IsPlain(field) && Exact(condition.Condition) is { } values)
                yield return new RequiredValues(field, values);
        }
    }

    /// <summary>Whether equal bytes mean equal characters: not with half a surrogate pair or broken UTF-8.</summary>
    public static bool IsPlain(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
                at++;
            else if (char.IsSurrogate(text[at]) || text[at] == Replacement)
                return false;
        }

        return true;
    }

    /// <summary>The values of a list; null if other values meet it too.</summary>
    public static ImmutableArray<ExactValue>? Exact(Condition condition)
    {
        var values = ImmutableArray.CreateBuilder<ExactValue>(condition.Matchers.Length);
        foreach (var matcher in condition.Matchers)
        {
            if (Exact(matcher) is not { } value)
                return null;
            values.Add(value);
        }

        return values.MoveToImmutable();
    }

    private static ExactValue? Exact(ValueMatcher matcher) => matcher switch
    {
        ExactText { Text: var text } => Exact(text),
        ExactLiteral { Kind: var kind } => Literal(kind),
        _ => null,
    };

    private static ExactValue? Exact(string text) =>
        IsPlain(text) ? new ExactValue(Encoding.UTF8.GetBytes(text), IsText: true) : null;

    private static ExactValue Literal(JsonValueKind kind) => new(
        kind switch
        {
            JsonValueKind.True => "true"u8.ToArray(),
            JsonValueKind.False => "false"u8.ToArray(),
            _ => "null"u8.ToArray(),
        },
        IsText: false);
}

/// <summary>A text in UTF-8, or true, false or null as written.</summary>
internal sealed record ExactValue(ReadOnlyMemory<byte> Utf8, bool IsText);

using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Conditions;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary>The conditions of a detection's <c>where</c> in words.</summary>
internal static class ConditionText
{
    /// <summary>What a meaning says of its values; empty for one that its name explains.</summary>
    public static string Words(Meaning meaning) => meaning switch
    {
        Meaning.EverybodyNetwork => "nearly everybody's addresses",
        Meaning.AdministratorPolicy => "whoever has it is an administrator",
        Meaning.PublicPolicy => "lets everybody in",
        Meaning.NetworkPolicy => "lets everybody of a network or VPC endpoint in",
        Meaning.ForeignAccountPolicy => "lets another account in by name",
        Meaning.ForeignAccount => "another account, or an ARN in one",
        Meaning.NeverTrueRule => "the rule of a composite alarm that never fires",
        Meaning.AllManagementEvents => "event selectors that leave out no management event",
        _ => "",
    };

    /// <summary>The lines of all conditions.</summary>
    public static ImmutableArray<string> Of(JsonElement where) => [.. where.Items().SelectMany(one => Lines(one))];

    private static ImmutableArray<string> Lines(JsonElement condition)
    {
        if (condition.Member("any") is { ValueKind: JsonValueKind.Array } any)
            return [PatternText.AnyOf, .. any.Items().SelectMany(one => PatternText.Bullet(Lines(one)))];
        var each = condition.Member("each");
        var matching = PatternText.Of(condition.Member("matching"));
        var at = string.Join(" together with ", condition.Member("at").Items().Select(PathText.Of));
        if (at.Length == 0)
        {
            var where = each.Text() is "detail" ? "in the event" : $"in one of {PathText.Of(each)}";
            return [where, .. matching.Select(PatternText.Deeper)];
        }

        var isNegated = condition.Member("is-not").ValueKind is not JsonValueKind.Undefined;
        var meaning = condition.Member(isNegated ? "is-not" : "is").Text();
        var words = KebabCase.Parse<Meaning>(meaning) is { } known && Words(known) is { Length: > 0 } said ? $" ({said})" : "";
        if (each.ValueKind is JsonValueKind.Undefined)
            return [$"{at} {(isNegated ? "is no" : "is")} {meaning}{words}"];
        var first = $"in {(isNegated ? "none" : "one")} of {PathText.Of(each)}, {at} is {meaning}{words}";
        return matching.IsEmpty ? [first] : [$"{first} and there", .. matching.Select(PatternText.Deeper)];
    }
}

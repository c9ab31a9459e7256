using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Conditions;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses <c>where</c>: conditions that must hold together.</summary>
internal sealed class ConditionReader(DetectionErrors errors)
{
    private static readonly string Meanings = string.Join(", ", Enum.GetValues<Meaning>().Select(one => one.ToKebabCase()));

    /// <summary>The conditions of an array; empty without one.</summary>
    public ImmutableArray<Condition> List(string place, JsonElement list)
    {
        if (list.ValueKind is JsonValueKind.Undefined)
            return [];
        if (list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            errors.Add(place, "expected an array of conditions");
            return [];
        }

        return [.. list.EnumerateArray().Select((item, index) => One(PatternPath.Item(place, index), item)).OfType<Condition>()];
    }

    private Condition? One(string place, JsonElement item)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(
                place, "expected an object such as {\"at\":\"detail.requestParameters.cidrIp\",\"is\":\"everybody-network\"}");
            return null;
        }

        if (item.Has("any"))
        {
            errors.CheckMembers(place, item, ["any"]);
            return new Condition { Any = List($"{place}.any", item.Member("any")) };
        }

        errors.CheckMembers(place, item, ["each", "matching", "at", "is", "is-not"]);
        if (item.Has("matching") && !item.Has("each"))
            errors.Add($"{place}.matching", "expected «each» beside it, the path of the objects that must match");
        var paths = new EventPathReader(errors);
        var condition = new Condition
        {
            Each = item.Has("each") ? paths.One($"{place}.each", item.Member("each")) : null,
            Matching = item.Has("matching")
                ? new EventPatternReader(errors).Read($"{place}.matching", item.Member("matching"))
                : null,
        };
        if (item.Has("each") && item.Has("matching") && !item.Has("at") && !item.Has("is") && !item.Has("is-not"))
            return condition;
        return condition with
        {
            At = Paths(paths, $"{place}.at", item.Member("at")),
            Is = MeaningOf(place, item),
            IsNegated = item.Has("is-not"),
        };
    }

    // Unlike elsewhere, the values of all paths count, not those of the first.
    private static ImmutableArray<EventPath> Paths(EventPathReader paths, string place, JsonElement at)
    {
        if (at.ValueKind is JsonValueKind.Array && at.GetArrayLength() > 0)
            return paths.List(place, at);
        return paths.One(place, at) is { } one ? [one] : [];
    }

    private Meaning MeaningOf(string place, JsonElement item)
    {
        if (item.Has("is") == item.Has("is-not"))
            errors.Add(place, "expected either «is» or «is-not»");
        var member = item.Has("is") ? item.Member("is") : item.Member("is-not");
        var meaning = member.ValueKind is JsonValueKind.String ? KebabCase.Parse<Meaning>(JsonText.Read(member)) : null;
        if (meaning is null)
            errors.Add($"{place}.{(item.Has("is") ? "is" : "is-not")}", $"expected one of {Meanings}");
        return meaning ?? default;
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns;

namespace Watchkeeper.Detections.Conditions;

/// <summary>
/// A condition on what values of an event mean. The values of all paths count together, so that two halves of the internet are
/// one network.
/// </summary>
public sealed record Condition
{
    /// <summary>Alternatives of which one must hold; if there are any, nothing else counts.</summary>
    public ImmutableArray<Condition> Any { get; init; } = [];

    /// <summary>The path of objects that are looked at one by one; null looks at the event.</summary>
    public EventPath? Each { get; init; }

    /// <summary>The pattern that such an object must match; null takes all.</summary>
    public EventPattern? Matching { get; init; }

    /// <summary>
    /// The paths of the values, in the object or in the event. Without any, no value counts: it suffices that an object matches.
    /// </summary>
    public ImmutableArray<EventPath> At { get; init; } = [];

    /// <summary>What the values must mean.</summary>
    public Meaning Is { get; init; }

    /// <summary>Whether the values must not mean it, in any of the objects.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether an event, decoded, meets the condition.</summary>
    public bool IsMetBy(JsonElement json)
    {
        if (!Any.IsEmpty)
            return Any.Any(one => one.IsMetBy(json));
        var found = Each is null ? Holds(json, json) : Each.Elements(json).Any(item => Matches(item) && Holds(item, json));
        return found != IsNegated;
    }

    private bool Matches(JsonElement item) => Matching?.Matches(item) is not false;

    private bool Holds(JsonElement place, JsonElement json)
    {
        if (At.IsEmpty)
            return true;
        ImmutableArray<JsonElement> values = [.. At.SelectMany(path => path.Elements(place))];
        return values.Length > 0 && Is switch
        {
            Meaning.EverybodyNetwork => EverybodyNetwork.IsMetBy(values),
            Meaning.AdministratorPolicy => values.Any(AdministratorPolicy.IsMetBy),
            Meaning.PublicPolicy => values.Any(PrincipalPolicy.IsPublic),
            Meaning.NetworkPolicy => values.Any(PrincipalPolicy.IsNarrowedToNetwork),
            Meaning.ForeignAccountPolicy => values.Any(value => PrincipalPolicy.LetsIn(value, OwnAccount.Of(json))),
            Meaning.ForeignAccount => values.Any(value => ForeignAccount.IsMetBy(value, OwnAccount.Of(json))),
            Meaning.NeverTrueRule => values.Any(NeverTrueRule.IsMetBy),
            Meaning.AllManagementEvents => AllManagementEvents.IsMetBy(values),
            _ => false,
        };
    }
}

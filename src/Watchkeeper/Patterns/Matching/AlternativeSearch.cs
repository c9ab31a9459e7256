using System.Collections.Immutable;

namespace Watchkeeper.Patterns.Matching;

/// <summary>
/// Decides whether one alternative matches. Conditions are tested in the order of their fields' names. A leaf or absence meets a
/// condition, and all leaves must agree on one element of each array around them. A field is absent if no leaf of it agrees with
/// the chosen elements. Arrays of one scope lead to different fields, so each array is decided separately. Every question is
/// answered once per scope and condition.
/// </summary>
internal sealed class AlternativeSearch(ImmutableArray<BoundCondition> conditions, EventMap map)
{
    private readonly Answers taken = new(map.ScopeCount, conditions.Length);
    private readonly Answers remaining = new(map.ArrayCount, conditions.Length);
    private readonly int[] askedIn = new int[map.ArrayCount];
    private int rounds;

    public bool Succeeds() => RestHolds(map.Root, 0, within: null, but: null);

    /// <summary>
    /// Whether the conditions from this one on hold in the scope. Only conditions inside the surrounding array «within» count,
    /// without those inside the scope's array «but».
    /// </summary>
    private bool RestHolds(Scope scope, int from, ScopeArray? within, ScopeArray? but)
    {
        var round = ++rounds;
        for (var index = from; index < conditions.Length; index++)
        {
            var condition = conditions[index];
            if (within is not null && !within.Node.LeadsTo(condition.Node)) continue;
            var array = scope.ArrayTowards(condition.Node);
            if (array is null)
            {
                if (!HoldsPlainly(scope, condition)) return false;
            }
            else if (array != but && askedIn[array.Number] != round)
            {
                // One answer holds for all conditions inside the array.
                askedIn[array.Number] = round;
                if (!RemainingHold(scope, array, index)) return false;
            }
        }

        return true;
    }

    private static bool HoldsPlainly(Scope scope, BoundCondition condition) =>
        scope.MetFromHere[condition.Number] || (condition.MatchesAbsence && !scope.SeenFromHere[condition.Field]);

    /// <summary>Whether the remaining conditions inside the array hold if no element is chosen.</summary>
    private bool RemainingHold(Scope scope, ScopeArray array, int from)
    {
        while (from < conditions.Length && !array.Node.LeadsTo(conditions[from].Node)) from++;
        if (from == conditions.Length) return true;
        if (remaining.Known(array.Number, from) is { } known) return known;

        var condition = conditions[from];
        var holdsOutside = scope.MetFromHere[condition.Number] || (condition.MatchesAbsence
            && !scope.SeenFromHere[condition.Field] && !array.SeenInside[condition.Field]);
        return remaining.Keep(
            array.Number,
            from,
            (holdsOutside && RemainingHold(scope, array, from + 1))
                || array.Elements.Exists(element => TakenHolds(element, from, array)));
    }

    /// <summary>
    /// Whether a leaf inside the element meets the condition, and the later conditions inside the array also hold with this
    /// element.
    /// </summary>
    private bool TakenHolds(Scope element, int index, ScopeArray array)
    {
        if (!element.SeenInside[conditions[index].Field]) return false;
        if (taken.Known(element.Number, index) is { } known) return known;

        var deeper = element.ArrayTowards(conditions[index].Node);
        var holds = RestHolds(element, index + 1, array, deeper)
            && ((element.Met[conditions[index].Number] && (deeper is null || RemainingHold(element, deeper, index + 1)))
                || deeper?.Elements.Exists(inner => TakenHolds(inner, index, deeper)) == true);
        return taken.Keep(element.Number, index, holds);
    }
}

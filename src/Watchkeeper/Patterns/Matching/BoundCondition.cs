namespace Watchkeeper.Patterns.Matching;

/// <summary>A condition with its number, and its field's node and number.</summary>
internal sealed record BoundCondition(int Number, FieldNode Node, int Field, Condition Condition)
{
    public bool MatchesAbsence => Condition.MatchesAbsence;
}

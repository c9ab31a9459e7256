namespace Watchkeeper.Routing.Expressions;

/// <summary>A part of an expression. What it captures and how greedy it is does not matter here.</summary>
/// <param name="Height">At least the number of levels that Go counts, at most 1,000.</param>
/// <param name="Weight">How often its parts are repeated, as Go multiplies the counts of nested repetitions.</param>
internal abstract record ExpressionNode(int Height, int Weight);

/// <summary>One character of a set.</summary>
internal sealed record SetNode(CodePointSet Set) : ExpressionNode(1, 1);

/// <summary>A condition on a place between characters.</summary>
internal sealed record AssertionNode(ExpressionAssertion Assertion) : ExpressionNode(1, 1);

/// <summary>Parts in a row.</summary>
internal sealed record SequenceNode(IReadOnlyList<ExpressionNode> Parts)
    : ExpressionNode(Parts.Max(part => part.Height) + 1, Parts.Max(part => part.Weight));

/// <summary>One of several.</summary>
internal sealed record ChoiceNode(IReadOnlyList<ExpressionNode> Alternatives)
    : ExpressionNode(Alternatives.Max(each => each.Height) + 1, Alternatives.Max(each => each.Weight));

/// <summary>Nothing.</summary>
internal sealed record EmptyNode() : ExpressionNode(1, 1);

/// <summary>A part in parentheses that capture.</summary>
internal sealed record CaptureNode(ExpressionNode Part) : ExpressionNode(Part.Height + 1, Part.Weight);

/// <summary>A repeated part.</summary>
internal sealed record RepeatNode(ExpressionNode Part, Quantifier Quantifier)
    : ExpressionNode(Part.Height + 1, Quantifier.Max == 0 ? 1 : Part.Weight * Quantifier.Factor);

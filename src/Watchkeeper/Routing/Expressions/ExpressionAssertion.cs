namespace Watchkeeper.Routing.Expressions;

/// <summary>Conditions on a place between characters.</summary>
internal enum ExpressionAssertion
{
    /// <summary>The beginning of the value.</summary>
    TextStart,

    /// <summary>The end of the value; a line feed there is no end.</summary>
    TextEnd,

    /// <summary>The beginning, or after a line feed.</summary>
    LineStart,

    /// <summary>The end, or before a line feed.</summary>
    LineEnd,

    /// <summary>Between a word and what is none; only ASCII's letters, digits and the underscore make words.</summary>
    WordBoundary,

    /// <summary>Anywhere else.</summary>
    NoWordBoundary,
}

namespace Watchkeeper.Routing.Expressions;

/// <summary>The kinds of instructions.</summary>
internal enum InstructionKind
{
    /// <summary>The value matches.</summary>
    Match,

    /// <summary>Takes one character of a set.</summary>
    Set,

    /// <summary>Goes on at both places.</summary>
    Split,

    /// <summary>Goes on if a condition holds.</summary>
    Assertion,
}

/// <summary>An instruction of a program.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Next">Where the program goes on.</param>
/// <param name="Other">The second place of a split; the <see cref="ExpressionAssertion"/>.</param>
/// <param name="Set">The characters that are taken.</param>
internal readonly record struct Instruction(InstructionKind Kind, int Next, int Other, CodePointSet? Set)
{
    /// <summary>The condition.</summary>
    public ExpressionAssertion Assertion => (ExpressionAssertion)Other;
}

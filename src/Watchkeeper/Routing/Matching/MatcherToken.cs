namespace Watchkeeper.Routing.Matching;

/// <summary>The kinds of tokens.</summary>
internal enum MatcherTokenKind
{
    /// <summary>The end of the input.</summary>
    End,

    /// <summary>A name or value without quotes.</summary>
    Word,

    /// <summary>A name or value in quotes.</summary>
    Quoted,

    /// <summary>One of the four operators.</summary>
    Operator,

    /// <summary><c>{</c></summary>
    OpeningBrace,

    /// <summary><c>}</c></summary>
    ClosingBrace,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>A character that is not allowed here, or a broken quoted text.</summary>
    Invalid,
}

/// <summary>A token, with its place in UTF-16 units.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first unit.</param>
/// <param name="End">The unit after its last.</param>
/// <param name="Text">Its text; of a quoted one, what the quotes hold; of an invalid one, why.</param>
internal readonly record struct MatcherToken(MatcherTokenKind Kind, int Start, int End, string Text)
{
    /// <summary>Whether this is a name or a value.</summary>
    public bool IsText => Kind is MatcherTokenKind.Word or MatcherTokenKind.Quoted;
}

namespace Watchkeeper.Routing.Expressions;

/// <summary>RE2's flags that change what an expression matches.</summary>
[Flags]
internal enum ExpressionFlags
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>i</c></summary>
    IgnoreCase = 1,

    /// <summary><c>m</c>: anchors match at each line.</summary>
    Lines = 2,

    /// <summary><c>s</c>: the dot matches the line feed.</summary>
    DotAll = 4,

    /// <summary><c>U</c>: which repetitions are lazy; without effect here.</summary>
    Ungreedy = 8,
}

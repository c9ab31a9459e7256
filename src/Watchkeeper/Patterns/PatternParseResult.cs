using System.Diagnostics.CodeAnalysis;
using Watchkeeper.Patterns.Compilation;

namespace Watchkeeper.Patterns;

/// <summary>What came of reading a pattern: the pattern, or why it is refused; exactly one of the two.</summary>
public sealed record PatternParseResult
{
    private PatternParseResult(EventPattern? pattern, PatternError? error) => (Pattern, Error) = (pattern, error);

    /// <summary>The pattern, when it is accepted.</summary>
    public EventPattern? Pattern { get; }

    /// <summary>The first thing that is wrong, when it is refused.</summary>
    public PatternError? Error { get; }

    /// <summary>Whether there is a pattern.</summary>
    [MemberNotNullWhen(true, nameof(Pattern))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAccepted => Pattern is not null;

    internal static PatternParseResult Accepted(EventPattern pattern) => new(pattern, null);

    internal static PatternParseResult Refused(PatternError error) => new(null, error);

    internal static PatternParseResult Refused(string path, string reason) => new(null, new() { Path = path, Reason = reason });
}

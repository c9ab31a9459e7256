using System.Diagnostics.CodeAnalysis;
using Watchkeeper.Patterns.Compilation;

namespace Watchkeeper.Patterns;

/// <summary>The result of parsing a pattern: either the pattern or the error.</summary>
public sealed record PatternParseResult
{
    private PatternParseResult(EventPattern? pattern, PatternError? error) => (Pattern, Error) = (pattern, error);

    /// <summary>The pattern; null if it was rejected.</summary>
    public EventPattern? Pattern { get; }

    /// <summary>The first error; null if the pattern was accepted.</summary>
    public PatternError? Error { get; }

    /// <summary>Whether the pattern was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Pattern))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAccepted => Pattern is not null;

    internal static PatternParseResult Accepted(EventPattern pattern) => new(pattern, null);

    internal static PatternParseResult Refused(PatternError error) => new(null, error);

    internal static PatternParseResult Refused(string path, string reason) => new(null, new() { Path = path, Reason = reason });
}

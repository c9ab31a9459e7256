using System.Diagnostics.CodeAnalysis;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns;

/// <summary>The result of parsing a pattern: either the pattern or the error.</summary>
public sealed record PatternParseResult
{
    private PatternParseResult(EventPattern? pattern, Rejection? error) => (Pattern, Error) = (pattern, error);

    /// <summary>The pattern; null if it was rejected.</summary>
    public EventPattern? Pattern { get; }

    /// <summary>The first error; null if the pattern was accepted.</summary>
    public Rejection? Error { get; }

    /// <summary>Whether the pattern was accepted.</summary>
    [MemberNotNullWhen(true, nameof(Pattern))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAccepted => Pattern is not null;

    internal static PatternParseResult Accepted(EventPattern pattern) => new(pattern, null);

    internal static PatternParseResult Refused(Rejection error) => new(null, error);
}

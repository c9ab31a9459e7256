using System.Buffers;
using System.Diagnostics;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// X-Ray's tracing header. Lambda sends it with every invocation, and signals store it:
/// <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>.
/// </summary>
/// <param name="Root">The trace id: <c>1-</c>, 8 hexadecimal digits of the start time, <c>-</c>, 24 more digits.</param>
/// <param name="Parent">The parent segment, 16 hexadecimal digits. In a function's header, the function's own segment.</param>
/// <param name="Sampled">Whether X-Ray records the trace.</param>
internal sealed record TraceHeader(string Root, string Parent, bool Sampled)
{
    private const int MaxHeaderLength = 1024;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>
    /// Parses a header with its members in any order and ignores unknown members. Null if the trace or the parent is missing.
    /// </summary>
    public static TraceHeader? Parse(string? text)
    {
        if (text is null or { Length: > MaxHeaderLength })
            return null;
        string? root = null, parent = null, sampled = null;
        foreach (var range in text.AsSpan().Split(';'))
        {
            var member = text.AsSpan(range).Trim();
            var at = member.IndexOf('=');
            if (at < 0)
                continue;
            var value = member[(at + 1)..].Trim().ToString();
            switch (member[..at].TrimEnd())
            {
                case "Root":
                    root ??= value;
                    break;
                case "Parent":
                    parent ??= value;
                    break;
                case "Sampled":
                    sampled ??= value;
                    break;
            }
        }

        return root is not null && IsRoot(root) && parent is not null && IsHex(parent, 16)
            ? new TraceHeader(root, parent, sampled is "1")
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"Root={Root};Parent={Parent};Sampled={(Sampled ? '1' : '0')}";

    /// <summary>Converts the header to .NET's tracing context: the root's 32 digits are the trace id.</summary>
    internal ActivityContext ToContext() => new(
        ActivityTraceId.CreateFromString(string.Concat(Root.AsSpan(2, 8), Root.AsSpan(11))),
        ActivitySpanId.CreateFromString(Parent),
        Sampled ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None,
        isRemote: true);

    /// <summary>X-Ray's root id for a .NET trace id.</summary>
    internal static string RootOf(ActivityTraceId trace)
    {
        var digits = trace.ToHexString();
        return $"1-{digits.AsSpan(0, 8)}-{digits.AsSpan(8)}";
    }

    private static bool IsRoot(string text) =>
        text.Length == 35 && text.StartsWith("1-", StringComparison.Ordinal) && text[10] is '-'
        && IsHex(text.AsSpan(2, 8), 8) && IsHex(text.AsSpan(11), 24);

    // .NET's tracing rejects an id of only zeros, and X-Ray never creates one.
    private static bool IsHex(ReadOnlySpan<char> text, int length) =>
        text.Length == length && !text.ContainsAnyExcept(HexDigits) && text.ContainsAnyExcept('0');
}

using System.Collections.Immutable;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Notification.Templates;

/// <summary>Decides the conditions of a template.</summary>
internal static class TemplateRun
{
    /// <summary>The pieces to write for a message, without conditions.</summary>
    public static IEnumerable<TemplatePiece> For(MessageContent content, ImmutableArray<TemplatePiece> pieces) =>
        Where(pieces, condition => Holds(condition, content));

    /// <summary>The pieces to write if these conditions hold, without conditions.</summary>
    public static IEnumerable<TemplatePiece> Where(ImmutableArray<TemplatePiece> pieces, Func<TemplateCondition, bool> holds)
    {
        // Whether what stands around the condition is written, and whether a branch was.
        var open = new Stack<(bool Around, bool Had)>();
        var isWritten = true;
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case TemplatePiece.If(var condition):
                    var first = isWritten && holds(condition);
                    open.Push((isWritten, first));
                    isWritten = first;
                    break;
                case TemplatePiece.Else(var condition):
                    var (around, had) = open.Pop();
                    isWritten = around && !had && (condition is null || holds(condition));
                    open.Push((around, had || isWritten));
                    break;
                case TemplatePiece.End:
                    isWritten = open.Pop().Around;
                    break;
                case var other when isWritten:
                    yield return other;
                    break;
            }
        }
    }

    private static bool Holds(TemplateCondition condition, MessageContent content)
    {
        var value = condition.Name.Code(content);
        var isMet = condition.Expected is { } expected
            ? value.Equals(expected, StringComparison.OrdinalIgnoreCase)
            : value.Length > 0;
        return isMet != condition.IsNegated;
    }
}

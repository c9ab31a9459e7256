using System.Globalization;

namespace Watchkeeper.Routing.Expressions;

/// <summary>
/// Parses an expression of RE2 as Go's <c>regexp</c> does. As Alertmanager does, it puts <c>^(?:</c> before and <c>)$</c> after
/// the
/// expression; it refuses one that would close this group itself, which means different things in Alertmanager's keys.
/// </summary>
internal sealed class ExpressionParser
{
    private const string Before = "^(?:";
    private const string After = ")$";
    private const int MaxRepeat = 1000;
    private const int MaxHeight = 1000;

    private static readonly CodePointSet NoLineFeed = CodePointSet.Single('\n').Negate();

    private readonly ExpressionCursor cursor;
    private readonly Stack<ExpressionGroup> groups = new();
    private ExpressionGroup group = new(default, isCapture: false);
    private ExpressionFlags flags;
    private bool followsQuantifier;

    private ExpressionParser(string expression) => cursor = new($"{Before}{expression}{After}", Before.Length, expression.Length);

    private bool IgnoreCase => flags.HasFlag(ExpressionFlags.IgnoreCase);

    /// <summary>Parses an expression; null with the reason, which has the place, if it is invalid or not supported.</summary>
    public static ExpressionNode? Parse(string expression, out string reason)
    {
        var parser = new ExpressionParser(expression);
        var parsed = parser.Run();
        reason = parser.cursor.Error ?? "";
        return reason.Length == 0 ? parsed : null;
    }

    private ExpressionNode Run()
    {
        while (!cursor.IsAtEnd)
        {
            var wasQuantifier = followsQuantifier;
            followsQuantifier = false;
            cursor.Mark();
            Step(wasQuantifier);
        }

        if (groups.Count > 0)
            cursor.Refuse("( lacks the closing )");
        return group.Build();
    }

    private void Step(bool wasQuantifier)
    {
        switch (cursor.Next)
        {
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '|':
                cursor.Skip(1);
                group.BeginAlternative();
                break;
            case '*' or '+' or '?' or '{' when Quantifier.Read(cursor) is { } quantifier:
                Repeat(quantifier, wasQuantifier);
                break;
            case '^':
                cursor.Skip(1);
                Add(flags.HasFlag(ExpressionFlags.Lines) ? ExpressionAssertion.LineStart : ExpressionAssertion.TextStart);
                break;
            case '$':
                cursor.Skip(1);
                Add(flags.HasFlag(ExpressionFlags.Lines) ? ExpressionAssertion.LineEnd : ExpressionAssertion.TextEnd);
                break;
            case '.':
                cursor.Skip(1);
                Add(flags.HasFlag(ExpressionFlags.DotAll) ? CodePointSet.All : NoLineFeed);
                break;
            case '[':
                Add(BracketReader.Read(cursor, IgnoreCase));
                break;
            case '\\':
                AddEscape();
                break;
            default:
                AddCharacter(cursor.TakeCharacter());
                break;
        }
    }

    private void Open()
    {
        var outer = flags;
        var isCapture = true;
        if (cursor.Rest.StartsWith("(?", StringComparison.Ordinal))
        {
            if (GroupOpening.Read(cursor, flags) is not { } opening)
                return;
            flags = opening.Flags;
            if (!opening.IsGroup)
                return;
            isCapture = opening.IsCapture;
        }
        else
        {
            cursor.Skip(1);
        }

        groups.Push(group);
        group = new(outer, isCapture);
    }

    private void Close()
    {
        cursor.Skip(1);
        if (groups.Count == 0 || (groups.Count == 1 && cursor.Rest.Length > After.Length - 1))
        {
            cursor.Refuse(") has no ( before it");
            return;
        }

        var closed = group;
        flags = closed.OuterFlags;
        group = groups.Pop();
        Add(closed.Build());
    }

    private void Repeat(Quantifier quantifier, bool wasQuantifier)
    {
        if (wasQuantifier)
            cursor.Refuse($"{quantifier} follows a repetition; RE2 has no possessive and no stacked repetition: use a group");
        else if (group.Last is not { } last)
            cursor.Refuse($"{quantifier} has nothing before it to repeat; any text is .*");
        else if (quantifier.IsWithin(MaxRepeat) && new RepeatNode(last, quantifier) is var repeat && repeat.Weight <= MaxRepeat)
            group.Last = Checked(repeat);
        else
            cursor.Refuse($"{quantifier} is no valid count: at most {MaxRepeat} repetitions, nested ones multiplied");
        followsQuantifier = true;
    }

    private void AddEscape()
    {
        if (cursor.TryTake(@"\Q"))
        {
            foreach (var rune in (cursor.TakeUntil(@"\E") ?? cursor.TakeUnits(int.MaxValue)).EnumerateRunes())
                AddCharacter(rune.Value);
        }
        else if (cursor.TryTake(@"\A"))
        {
            Add(ExpressionAssertion.TextStart);
        }
        else if (cursor.TryTake(@"\z"))
        {
            Add(ExpressionAssertion.TextEnd);
        }
        else if (cursor.TryTake(@"\b"))
        {
            Add(ExpressionAssertion.WordBoundary);
        }
        else if (cursor.TryTake(@"\B"))
        {
            Add(ExpressionAssertion.NoWordBoundary);
        }
        else if (EscapeReader.ReadClass(cursor, IgnoreCase) is { } set)
        {
            Add(set);
        }
        else if (cursor.Error is null)
        {
            AddCharacter(EscapeReader.ReadCharacter(cursor));
        }
    }

    private void AddCharacter(int character)
    {
        if (cursor.Error is null)
            Add(EscapeReader.Adjust(CodePointSet.Single(character), isNegated: false, IgnoreCase));
    }

    private void Add(ExpressionAssertion assertion) => Add(new AssertionNode(assertion));

    private void Add(CodePointSet? set)
    {
        if (set is not null && cursor.Error is null)
            Add(new SetNode(set));
    }

    private void Add(ExpressionNode node) => group.Add(Checked(node));

    private ExpressionNode Checked(ExpressionNode node)
    {
        if (node.Height > MaxHeight)
            cursor.Refuse(string.Create(CultureInfo.InvariantCulture, $"groups and repetitions nest more than {MaxHeight} deep"));
        return node;
    }
}

using System.Globalization;

namespace Watchkeeper.Routing.Expressions;

/// <summary>
/// Translates an expression of RE2 (Go's <c>regexp</c>), which Alertmanager's matchers use, into one of the library that matches
/// the same values as a whole. Refuses what cannot be translated exactly, so that no expression changes its meaning silently.
/// </summary>
/// <remarks>
/// What an expression captures, and how greedy it is, does not matter here. The Unicode version is the library's.
/// </remarks>
internal sealed class RegexTranslator
{
    private const int MaxRepeat = 1000;
    private const int MaxDepth = 1000;

    private static readonly CodePointSet LineFeed = CodePointSet.From([('\n', '\n')]);

    private readonly ExpressionCursor cursor;
    private readonly RegexParts output = new();
    private readonly Stack<Group> groups = new();
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private Group group = new(default, 0);
    private ExpressionFlags flags;

    // The last atom, which a quantifier would apply to: where it begins, and how often its parts are repeated.
    private int atom = -1;
    private int weight;
    private bool isQuantified;
    private bool followsQuantifier;

    private RegexTranslator(string expression) => cursor = new(expression);

    /// <summary>The expression for the library; null with the reason if it is refused.</summary>
    public static RegexTranslation? Translate(string expression, out string reason)
    {
        var translator = new RegexTranslator(expression);
        translator.Run();
        var translation = translator.cursor.Error is null ? translator.output.Build() : null;
        reason = translation is not null ? "" : translator.cursor.Error ?? "there are too many ranges beyond U+FFFF";
        return translation;
    }

    private void Run()
    {
        while (!cursor.IsAtEnd)
        {
            var wasQuantifier = followsQuantifier;
            followsQuantifier = false;
            Step(wasQuantifier);
        }

        if (groups.Count > 0)
            cursor.Refuse("( lacks the closing )");
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
                output.Add("|");
                atom = -1;
                break;
            case '*' or '+' or '?' or '{' when Quantifier.Read(cursor) is { } quantifier:
                Repeat(quantifier, wasQuantifier);
                break;
            case '^':
                cursor.Skip(1);
                AddAnchor(flags.HasFlag(ExpressionFlags.Lines) ? "(?m:^)" : @"(?:\A)");
                break;
            case '$':
                cursor.Skip(1);
                AddAnchor(flags.HasFlag(ExpressionFlags.Lines) ? "(?m:$)" : @"(?:\z)");
                break;
            case '.':
                cursor.Skip(1);
                AddSet(flags.HasFlag(ExpressionFlags.DotAll) ? NamedClasses.Unicode("Any") : LineFeed.Negate());
                break;
            case '[':
                AddSet(BracketReader.Read(cursor, IgnoreCase));
                break;
            case '\\':
                AddEscape();
                break;
            default:
                AddCharacter(cursor.TakeCharacter());
                break;
        }
    }

    private bool IgnoreCase => flags.HasFlag(ExpressionFlags.IgnoreCase);

    private void Open()
    {
        var outer = flags;
        if (cursor.Rest.StartsWith("(?", StringComparison.Ordinal))
        {
            var opening = GroupOpening.Read(cursor, flags, names);
            if (opening is not { } read)
                return;
            flags = read.Flags;
            if (!read.IsGroup)
                return;
        }
        else
        {
            cursor.Skip(1);
        }

        if (groups.Count >= MaxDepth)
            cursor.Refuse(string.Create(CultureInfo.InvariantCulture, $"groups nest more than {MaxDepth} deep"));
        groups.Push(group);
        group = new Group(outer, output.Count);
        output.Add("(?:");
        atom = -1;
    }

    private void Close()
    {
        cursor.Skip(1);
        if (groups.Count == 0)
        {
            cursor.Refuse(") has no ( before it");
            return;
        }

        output.Add(")");
        flags = group.OuterFlags;
        var (start, inner) = (group.Start, group.Weight);
        group = groups.Pop();
        Added(start, inner);
    }

    private void Repeat(Quantifier quantifier, bool wasQuantifier)
    {
        if (wasQuantifier)
            cursor.Refuse($"{quantifier} follows a repetition; RE2 has no possessive and no stacked repetition: use a group");
        else if (atom < 0)
            cursor.Refuse($"{quantifier} has nothing before it to repeat; any text is .*");
        else if (!quantifier.IsWithin(MaxRepeat) || quantifier.Factor * (long)weight > MaxRepeat)
            cursor.Refuse($"{quantifier} is no valid count: at most {MaxRepeat} repetitions, nested ones multiplied");
        if (cursor.Error is not null)
            return;
        if (isQuantified)
            output.Group(atom);
        output.Add(quantifier.ToString());
        isQuantified = true;
        followsQuantifier = true;
        weight *= quantifier.Factor;
        group.Weight = Math.Max(group.Weight, weight);
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
            AddAnchor(@"(?:\A)");
        }
        else if (cursor.TryTake(@"\z"))
        {
            AddAnchor(@"(?:\z)");
        }
        else if (cursor.Rest is ['\\', 'b' or 'B', ..])
        {
            cursor.Refuse(ExpressionRefusals.WordBoundary);
        }
        else if (EscapeReader.ReadClass(cursor, IgnoreCase) is { } set)
        {
            AddSet(set);
        }
        else if (cursor.Error is null)
        {
            AddCharacter(EscapeReader.ReadCharacter(cursor));
        }
    }

    private void AddAnchor(string anchor)
    {
        var start = output.Count;
        output.Add(anchor);
        Added(start, 1);
    }

    private void AddCharacter(int character)
    {
        if (cursor.Error is null)
            AddSet(EscapeReader.Adjust(CodePointSet.From([(character, character)]), isNegated: false, IgnoreCase));
    }

    private void AddSet(CodePointSet? set)
    {
        if (set is null || cursor.Error is not null)
            return;
        var start = output.Count;
        output.Add(set);
        Added(start, 1);
    }

    private void Added(int start, int innerWeight)
    {
        (atom, weight, isQuantified) = (start, innerWeight, false);
        group.Weight = Math.Max(group.Weight, innerWeight);
    }

    private sealed class Group(ExpressionFlags outerFlags, int start)
    {
        public ExpressionFlags OuterFlags => outerFlags;

        public int Start => start;

        public int Weight { get; set; } = 1;
    }
}

using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Reads a rule from left to right and skips invalid parts.</summary>
internal sealed class AlarmRuleReader(string rule)
{
    private const string AtLeast = "AT_LEAST";
    private const string Ok = "OK";

    private static readonly string[] States = ["ALARM", "INSUFFICIENT_DATA", Ok];

    private readonly ImmutableArray<(string Name, bool IsCause)>.Builder alarms =
        ImmutableArray.CreateBuilder<(string Name, bool IsCause)>();

    // One entry for each open bracket: whether its content is negated.
    private readonly Stack<bool> negated = new();
    private bool isNot;
    private int at;

    /// <summary>The alarms in the rule, in order.</summary>
    public ImmutableArray<(string Name, bool IsCause)> Read()
    {
        while (at < rule.Length)
        {
            if (rule[at] is '(')
                Open();
            else if (rule[at] is ')')
                Close();
            else if (rule[at] is '"')
                Quoted();
            else if (char.IsAsciiLetter(rule[at]))
                Word();
            else
                at++;
        }

        return alarms.ToImmutable();
    }

    private void Open()
    {
        negated.Push(isNot ^ IsNegated);
        isNot = false;
        at++;
    }

    private void Close()
    {
        negated.TryPop(out _);
        isNot = false;
        at++;
    }

    private void Word()
    {
        var word = Bare(" \t\r\n(),");
        if (word.Equals("NOT", StringComparison.OrdinalIgnoreCase))
            isNot = !isNot;
        else if (word.Equals(AtLeast, StringComparison.OrdinalIgnoreCase) && TryTake('('))
            Group();
        else if (IsState(word) && TryTake('('))
            Asked(word);
    }

    private bool IsNegated => negated.TryPeek(out var outer) && outer;

    private void Add(string state, bool isTakenBack)
    {
        if (Name() is { Length: > 0 } name)
            alarms.Add((name, isTakenBack == state.Equals(Ok, StringComparison.OrdinalIgnoreCase)));
    }

    private void Asked(string state)
    {
        Add(state, isNot ^ IsNegated);
        TryTake(')');
        isNot = false;
    }

    // AT_LEAST(2, NOT OK, (a, b)). The number may have a percent sign.
    private void Group()
    {
        var isTakenBack = isNot ^ IsNegated;
        Bare(",)");
        TryTake(',');
        var condition = Bare(",)").Trim();
        var state = condition.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
        isTakenBack ^= condition.StartsWith("NOT ", StringComparison.OrdinalIgnoreCase);
        TryTake(',');
        if (TryTake('('))
        {
            do
                Add(state, isTakenBack);
            while (TryTake(','));
            TryTake(')');
        }

        TryTake(')');
        isNot = false;
    }

    private string Name()
    {
        Space();
        return AlarmArn.NameIn((at < rule.Length && rule[at] is '"' ? Quoted() : Unquoted()).Trim());
    }

    // A name may contain brackets: ALARM(order (eu) down).
    private string Unquoted()
    {
        var start = at;
        for (var depth = 0; at < rule.Length && !(depth is 0 && rule[at] is ')' or ','); at++)
            depth += rule[at] is '(' ? 1 : rule[at] is ')' ? -1 : 0;
        return rule[start..at];
    }

    private string Quoted()
    {
        var start = at + 1;
        var end = start <= rule.Length ? rule.IndexOf('"', start) : -1;
        at = end < 0 ? rule.Length : end + 1;
        return end < 0 ? "" : rule[start..end];
    }

    private string Bare(string ends)
    {
        var length = rule.AsSpan(at).IndexOfAny(ends);
        var start = at;
        at = length < 0 ? rule.Length : at + length;
        return rule[start..at];
    }

    private bool TryTake(char sign)
    {
        Space();
        if (at >= rule.Length || rule[at] != sign)
            return false;
        at++;
        return true;
    }

    private void Space()
    {
        while (at < rule.Length && char.IsWhiteSpace(rule[at]))
            at++;
    }

    private static bool IsState(string word) => States.Contains(word, StringComparer.OrdinalIgnoreCase);
}

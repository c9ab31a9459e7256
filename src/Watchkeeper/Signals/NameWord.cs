namespace Watchkeeper.Signals;

/// <summary>
/// One word of an alarm's name, with its neighbours. A wrong «critical» wakes somebody for nothing. So a word that is often part
/// of a proper name (major-compaction, p2 instances, emergency-contacts) counts only if it stands apart as a mark.
/// </summary>
internal readonly ref struct NameWord(ReadOnlySpan<char> name, ReadOnlySpan<Range> words, int at)
{
    private readonly ReadOnlySpan<char> name = name;
    private readonly ReadOnlySpan<Range> words = words;

    /// <summary>The severity that the word claims: high or critical, or null.</summary>
    public Severity? Claim()
    {
        var claim = Strong() ?? (IsMark() ? Weak() : null);
        return claim >= Severity.High && !IsNegated() ? claim : null;
    }

    private Severity? Strong()
    {
        Span<char> buffer = stackalloc char[16];
        switch (SeverityWords.Lower(Word(0), buffer))
        {
            case "critical" or "crit":
                return IsTerm(Word(1)) ? null : Severity.Critical;
            case "sev" or "severity":
                return SeverityWords.Level(Word(1)) ?? (IsHigh(Word(1)) ? Severity.High : null);
            case "high":
                return IsSeverity(Word(1)) ? Severity.High : null;
            case "p0" or "p1":
                return IsInstanceType() ? null : Severity.Critical;
            case "sev0" or "sev1" or "severity0" or "severity1":
                return Severity.Critical;
            case "sev2" or "severity2":
                return Severity.High;
            default:
                return null;
        }
    }

    private Severity? Weak()
    {
        Span<char> buffer = stackalloc char[16];
        return SeverityWords.Lower(Word(0), buffer) switch
        {
            "p2" => IsInstanceType() ? null : Severity.High,
            "emergency" or "fatal" or "disaster" or "紧急" or "致命" or "严重" => Severity.Critical,
            "major" or "urgent" or "severe" or "重要" => IsOfMachines(Word(-1)) ? null : Severity.High,
            _ => null,
        };
    }

    private bool IsNegated()
    {
        var before = at - 1;
        while (before > 0 && SeverityWords.IsNegationFiller(name[words[before]]))
            before--;
        return (before >= 0 && SeverityWords.IsNegation(name[words[before]])) || Word(1) is "false" or "FALSE";
    }

    // In brackets, before a colon, in capitals among lower-case letters, or at the end.
    private bool IsMark()
    {
        var (start, end) = (words[at].Start.Value, words[at].End.Value);
        return (start > 0 && name[start - 1] is '[' or '(' or '【' or '{')
            || (end < name.Length && name[end] is ':' or '|' or ']' or '】')
            || (!name[start..end].ContainsAnyInRange('a', 'z') && name.ContainsAnyInRange('a', 'z'))
            || IsLast();
    }

    private bool IsLast()
    {
        Span<char> buffer = stackalloc char[16];
        for (var next = at + 1; next < words.Length; next++)
        {
            if (SeverityWords.Lower(name[words[next]], buffer) is not ("alarm" or "alarms" or "alert" or "alerts" or "prod"))
                return false;
        }

        return true;
    }

    // p2.xlarge, gpu-p2: instance families.
    private bool IsInstanceType()
    {
        Span<char> buffer = stackalloc char[16];
        return SeverityWords.Lower(Word(1), buffer).EndsWith("xlarge")
            || SeverityWords.Lower(Word(-1), buffer) is "gpu" or "ml" or "instance" or "instances" or "node" or "nodes" or "fleet"
                or "training";
    }

    private static bool IsTerm(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[16];
        return SeverityWords.Lower(word, buffer) is "path" or "paths" or "section" or "sections" or "css" or "patch" or "patches"
            or "update" or "updates";
    }

    private static bool IsOfMachines(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[16];
        return SeverityWords.Lower(word, buffer) is "gc" or "version" or "compaction" or "collection";
    }

    // «high» alone names the side of the threshold that the alarm watches.
    private static bool IsHigh(ReadOnlySpan<char> word) => word.Equals("high", StringComparison.OrdinalIgnoreCase);

    private static bool IsSeverity(ReadOnlySpan<char> word) =>
        word.Equals("severity", StringComparison.OrdinalIgnoreCase) || word.Equals("sev", StringComparison.OrdinalIgnoreCase);

    private ReadOnlySpan<char> Word(int offset) =>
        at + offset >= 0 && at + offset < words.Length ? name[words[at + offset]] : [];
}

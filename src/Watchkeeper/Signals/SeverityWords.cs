namespace Watchkeeper.Signals;

/// <summary>
/// Severities of single words, as PagerDuty, Opsgenie, Datadog, Nagios, Zabbix, Jira, syslog, Alertmanager and AWS's OpsItems use
/// them.
/// </summary>
internal static class SeverityWords
{
    private const int MaxLength = 16;

    /// <summary>The severity of a word in a declaration; null if the word is no severity.</summary>
    public static Severity? Word(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return Lower(word, buffer) switch
        {
            "critical" or "crit" or "emergency" or "emerg" or "fatal" or "blocker" or "disaster" or "panic" or "highest"
                or "catastrophic" or "紧急" or "致命" or "严重" => Severity.Critical,
            // The SRE book uses «page» if a person must act now.
            "high" or "major" or "error" or "err" or "urgent" or "severe" or "alert" or "page" or "重要" or "高" => Severity.High,
            "medium" or "med" or "moderate" or "warning" or "warn" or "average" or "ticket" or "警告" or "中" => Severity.Medium,
            "noncritical" or "uncritical" or "subcritical" => Severity.Medium,
            "low" or "lowest" or "minor" or "trivial" or "notice" or "次要" or "低" => Severity.Low,
            "info" or "information" or "informational" or "debug" or "提示" => Severity.Info,
            _ => null,
        };
    }

    /// <summary>The severity of a code of letters and one digit (P1, SEV2, S3); null if the word is no such code.</summary>
    public static Severity? Code(ReadOnlySpan<char> word) =>
        word.Length > 1 && IsCodePrefix(word[..^1]) ? Level(word[^1..]) : null;

    /// <summary>
    /// The severity of a level, counted as AWS's OpsItems and incidents count: 1 is the worst, and 0 counts as 1.
    /// </summary>
    public static Severity? Level(ReadOnlySpan<char> digit) => digit switch
    {
        "0" or "1" => Severity.Critical,
        "2" => Severity.High,
        "3" => Severity.Medium,
        "4" => Severity.Low,
        "5" => Severity.Info,
        _ => null,
    };

    /// <summary>Whether a word and the following digit form a code.</summary>
    public static bool IsCodePrefix(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return Lower(word, buffer) is "p" or "s" or "sev" or "severity" or "prio" or "priority" or "level" or "lvl";
    }

    /// <summary>Whether a word means nothing by itself in a declared value.</summary>
    public static bool IsFiller(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return Lower(word, buffer) is "severity" or "sev" or "priority" or "prio" or "level" or "very" or "is" or "alarm";
    }

    /// <summary>Whether a word negates the next one.</summary>
    public static bool IsNegation(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return Lower(word, buffer) is "non" or "not" or "no" or "un" or "never" or "isn" or "isnt" or "aint" or "less" or "sub"
            or "semi" or "pre" or "without" or "nicht";
    }

    /// <summary>
    /// Whether a word may stand between a negation and the negated word: «not a critical», «non-time-critical».
    /// </summary>
    public static bool IsNegationFiller(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return Lower(word, buffer) is "a" or "an" or "the" or "so" or "very" or "that" or "really" or "longer" or "more" or "yet"
            or "too" or "as" or "be" or "is" or "t" or "business" or "mission" or "time" or "safety" or "life";
    }

    /// <summary>The word in lower case; empty if it is longer than every known word.</summary>
    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer) =>
        word.Length <= buffer.Length ? buffer[..word.ToLowerInvariant(buffer)] : [];
}

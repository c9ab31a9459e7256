using System.Collections.Immutable;

namespace Watchkeeper.Signals;

/// <summary>
/// Keys of tags and descriptions with which operators declare a severity: severity, Sev, alarm-priority, shop:severity.
/// </summary>
internal static class SeverityKeys
{
    private static readonly ImmutableArray<string> BeforePriority =
        ["", "alarm", "alert", "incident", "opsgenie", "og", "pagerduty", "pd", "default"];

    /// <summary>
    /// Whether a key declares a severity. A priority counts by itself or as an alarm's priority; the priority of a queue, a
    /// schedule or a restart does not.
    /// </summary>
    public static bool Is(ReadOnlySpan<char> key)
    {
        var letters = Letters(key[(key.LastIndexOfAny(':', '/', '.') + 1)..]);
        letters = letters.EndsWith("level", StringComparison.Ordinal) ? letters[..^"level".Length] : letters;
        return letters is "sev" or "prio"
            || letters.EndsWith("severity", StringComparison.Ordinal)
            || (letters.EndsWith("priority", StringComparison.Ordinal)
                && BeforePriority.Contains(letters[..^"priority".Length], StringComparer.Ordinal))
            || letters is "优先级" or "级别" or "告警级别" or "严重级别" or "告警等级";
    }

    private static string Letters(ReadOnlySpan<char> key)
    {
        Span<char> letters = stackalloc char[32];
        var length = 0;
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            if (length == letters.Length)
                return "";
            letters[length++] = char.ToLowerInvariant(c);
        }

        return letters[..length].ToString();
    }
}

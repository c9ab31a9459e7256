using System.Buffers;

namespace Watchkeeper.Signals;

/// <summary>The words by which operators write severity into names, tags and descriptions.</summary>
public static class SeverityNames
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" -_./:|()[]{}#,;");

    /// <summary>Reads one word, such as critical, sev1, p1, high; without regard to case. Null where it is none of them.</summary>
    public static Severity? Parse(ReadOnlySpan<char> word) => word switch
    {
        _ when Is(word, "critical", "crit", "emergency", "sev1", "p1") => Severity.Critical,
        _ when Is(word, "high", "major", "sev2", "p2") => Severity.High,
        _ when Is(word, "medium", "warning", "warn", "sev3", "p3") => Severity.Medium,
        _ when Is(word, "low", "minor", "sev4", "p4") => Severity.Low,
        _ when Is(word, "info", "informational", "sev5", "p5") => Severity.Info,
        _ => null,
    };

    /// <summary>
    /// The worst severity that a word of a name stands for. «high» and «low» are left out here: in a name they tell which side of
    /// a threshold the alarm watches.
    /// </summary>
    public static Severity? FromName(string name)
    {
        Severity? worst = null;
        foreach (var range in name.AsSpan().SplitAny(Separators))
        {
            var word = name.AsSpan(range);
            if (!Is(word, "high", "low") && Parse(word) is { } severity && !(severity <= worst))
                worst = severity;
        }

        return worst;
    }

    /// <summary>Reads <c>severity=WORD</c> or <c>severity:WORD</c> anywhere in a description; null where there is none.</summary>
    public static Severity? FromDescription(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        const string key = "severity";
        for (var from = 0; ;)
        {
            var at = description.AsSpan(from).IndexOf(key, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            from += at + key.Length;
            var rest = description.AsSpan(from).TrimStart();
            if (rest.IsEmpty || rest[0] is not ('=' or ':'))
                continue;
            rest = rest[1..].TrimStart();
            var end = rest.IndexOfAny(Separators);
            if (Parse(end < 0 ? rest : rest[..end]) is { } severity)
                return severity;
        }
    }

    private static bool Is(ReadOnlySpan<char> word, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

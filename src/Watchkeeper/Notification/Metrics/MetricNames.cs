using Watchkeeper.Text;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Reads what a metric's name says, for metrics that the catalogue does not know.</summary>
internal static class MetricNames
{
    private const int MaxLength = 100;

    // Written in lower case or as a word by some authors: «cpu_load», «HttpErrors».
    private static readonly string[] Acronyms =
    [
        "acl", "api", "cpu", "db", "dlq", "dns", "ebs", "gc", "gpu", "http", "https", "id", "io", "iops", "ip", "jvm", "kms",
        "mfa", "nat", "os", "ram", "sns", "sql", "sqs", "ssl", "tcp", "tls", "ttl", "udp", "url", "vpc", "vpn", "waf",
    ];

    /// <summary>The name as words: «blocked requests», «HTTP code ELB 5XX count». Acronyms stay.</summary>
    public static string WordsOf(string metric) => InertText.Line(string.Join(' ', Split(metric).Select(Word)), MaxLength);

    /// <summary>The name on one line.</summary>
    public static string Inert(string name) => InertText.Line(name, MaxLength);

    /// <summary>The unit that the name's words Utilization, Percent or Bytes give away; none for any other name.</summary>
    public static MetricUnit UnitOf(string metric)
    {
        string[] words = [.. Split(metric).Select(word => word.ToLowerInvariant())];
        if (Array.Exists(words, word => word is "utilization" or "percent" or "percentage"))
            return MetricUnit.Percent;
        if (!Array.Exists(words, word => word is "bytes"))
            return MetricUnit.None;
        var per = Array.IndexOf(words, "per");
        return per < 0 ? MetricUnit.Bytes
            : per + 1 < words.Length && words[per + 1] is "second" or "sec" or "s" ? MetricUnit.BytesPerSecond
            : MetricUnit.None;
    }

    private static IEnumerable<string> Split(string metric)
    {
        var name = InertText.Line(metric);
        var start = 0;
        for (var at = 1; at <= name.Length; at++)
        {
            if (at < name.Length && IsPart(name[at]) && IsPart(name[at - 1]) && !IsStart(name, at))
                continue;
            var word = name[start..at];
            start = at;
            if (IsPart(word[0]))
                yield return word;
        }
    }

    // A symbol of the BMP's end or a half of a pair stays with its neighbours.
    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '%' || char.IsSurrogate(c) || char.IsSymbol(c);

    private static bool IsStart(string name, int at)
    {
        if (name[at] is '%' != name[at - 1] is '%')
            return true;
        if (!char.IsUpper(name[at]))
            return false;
        if (char.IsLower(name[at - 1]))
            return true;
        // «CPUCredit», «5XXError», «S3Bytes»: the last capital begins a word; but «IOPs» and «VMs» are one.
        var isFollowed = at + 1 < name.Length && char.IsLower(name[at + 1]);
        var isPlural = isFollowed && name[at + 1] is 's' && (at + 2 == name.Length || !char.IsLower(name[at + 2]));
        return isFollowed && !(isPlural && char.IsUpper(name[at - 1]));
    }

    private static string Word(string word)
    {
        if (Array.IndexOf(Acronyms, word.ToLowerInvariant()) >= 0)
            return word.ToUpperInvariant();
        return word.Count(char.IsUpper) > 1 || word.Any(char.IsDigit) ? word : word.ToLowerInvariant();
    }
}

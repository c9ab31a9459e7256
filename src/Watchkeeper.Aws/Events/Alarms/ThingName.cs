using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>A readable name for a dimension's value: «shop-order», «distribution E1», «state machine pay».</summary>
internal static class ThingName
{
    private const int MaxLength = 80;
    private const int FewCharacters = 4;

    private static readonly ImmutableArray<string> NamesOfNames = ["id", "ids", "name", "arn", "identifier"];
    private static readonly ImmutableArray<string> Capitals = ["api", "db", "acl", "vpc", "nat", "vpn", "ip", "url", "http"];

    /// <summary>Returns the value, with its kind as a prefix if the value has no meaning by itself.</summary>
    public static string From(KeyValuePair<string, string> dimension) =>
        Arn.Parse(dimension.Value) is { } arn ? OfArn(arn, dimension.Key)
        : IsBare(dimension.Value) ? WithKind(dimension)
        : Short(dimension.Value);

    /// <summary>Returns the kind and the value: «broker 1», «stage prod».</summary>
    public static string WithKind(KeyValuePair<string, string> dimension) =>
        $"{Kind(dimension.Key)} {Short(dimension.Value)}".TrimStart();

    /// <summary>Shortens the value to fit a title.</summary>
    public static string Short(string value) => InertText.Shorten(value, MaxLength);

    // arn:aws:states:…:stateMachine:pay
    private static string OfArn(Arn arn, string name) =>
        arn.Resource.IndexOfAny([':', '/']) is > 0 and var end && end + 1 < arn.Resource.Length
            ? $"{Kind(arn.Resource[..end])} {Short(arn.Resource[(end + 1)..])}"
            : WithKind(KeyValuePair.Create(name, arn.Resource));

    // A few characters, only digits, a GUID, or an id such as CloudFront's E2QWRUHAPOMQZL and API Gateway's a1b2c3d4e5.
    private static bool IsBare(string value) =>
        value.Length < FewCharacters
        || value.All(char.IsAsciiDigit)
        || Guid.TryParse(value, out _)
        || value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        || (value.Length >= 10 && value.Count(char.IsAsciiDigit) >= 3 && value.All(char.IsAsciiLetterOrDigit));

    // BackupVaultName: backup vault. @resource.http.route: route.
    private static string Kind(string name)
    {
        var last = name.TrimEnd('.')[(name.TrimEnd('.').LastIndexOf('.') + 1)..];
        if (NamesOfNames.Contains(last, StringComparer.OrdinalIgnoreCase) && name.Contains('.', StringComparison.Ordinal))
            last = name.Split('.')[^2];
        var words = WordsOf(last);
        while (words.Count > 1 && NamesOfNames.Contains(words[^1], StringComparer.OrdinalIgnoreCase))
            words.RemoveAt(words.Count - 1);
        var kind = string.Join(' ', words.Select(word =>
            Capitals.Contains(word, StringComparer.OrdinalIgnoreCase) ? word.ToUpperInvariant() : word.ToLowerInvariant()));
        // AWS's spelling of the product.
        return Short(kind.Replace("auto scaling", "Auto Scaling", StringComparison.Ordinal));
    }

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at <= name.Length; at++)
        {
            var isEnd = at == name.Length
                || !char.IsLetterOrDigit(name[at])
                || (char.IsAsciiLetterUpper(name[at]) && char.IsAsciiLetterLower(name[at - 1]))
                || (char.IsAsciiLetterUpper(name[at]) && at + 1 < name.Length && char.IsAsciiLetterLower(name[at + 1]));
            if (!isEnd)
                continue;
            if (name[start..at].Trim(' ', '_', '-', ':', '@') is { Length: > 0 } word)
                words.Add(word);
            start = at;
        }

        return words;
    }
}

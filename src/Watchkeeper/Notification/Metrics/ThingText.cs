using System.Buffers;

namespace Watchkeeper.Notification.Metrics;

/// <summary>A resource as people name it. The facts of a message have its whole id.</summary>
internal static class ThingText
{
    private const string Comma = ", ";
    private const string TargetGroup = "targetgroup";
    private const int HashLength = 16;
    private const int MinIdLength = 8;
    private const int MaxIdLength = 17;
    private const int MinCapitals = 10;
    private const int MinIdDigits = 2;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>
    /// The resource without what only machines read: «shop-alb» for <c>app/shop-alb/7c3a9e5d1f2b4086</c>, «target group blue» for
    /// <c>targetgroup/blue/73e2d6bc24d8a067</c>.
    /// </summary>
    public static string Short(string thing) => string.Join(Comma, thing.Split(Comma).Select(ShortPart));

    /// <summary>Whether the resource is only an id, such as «i-0b7d2f4a6c8e01357» or «certificate 12345678-1234-…».</summary>
    public static bool IsId(string thing)
    {
        var id = IdIn(thing);
        var dash = id.IndexOf('-');
        return Guid.TryParse(id, out _)
            || (dash > 0 && id[..dash].All(char.IsAsciiLetterLower) && id.Length - dash - 1 is >= MinIdLength and <= MaxIdLength
                && id.AsSpan(dash + 1).IndexOfAnyExcept(Hexadecimal) < 0)
            || (id.Length >= MinCapitals && id.Count(char.IsAsciiDigit) >= MinIdDigits && !id.All(char.IsAsciiDigit)
                && id.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)));
    }

    /// <summary>The resource with the beginning of a long id only: «certificate 12345678…».</summary>
    public static string Abbreviate(string thing) => IdIn(thing) is var id && Guid.TryParse(id, out _) && id.Length > MaxIdLength
        ? thing.Replace(id, $"{id[..MinIdLength]}…", StringComparison.Ordinal)
        : thing;

    /// <summary>The id or name of the resource itself, without its kind and its parts.</summary>
    public static string IdIn(string thing)
    {
        var own = thing.IndexOf(Comma, StringComparison.Ordinal) is >= 0 and var end ? thing[..end] : thing;
        return own[(own.LastIndexOf(' ') + 1)..];
    }

    private static string ShortPart(string part)
    {
        var id = IdIn(part);
        if (id.Split('/') is not [TargetGroup or "app" or "net" or "gwy", { Length: > 0 } name, { Length: HashLength } hash]
            || hash.AsSpan().IndexOfAnyExcept(Hexadecimal) >= 0)
        {
            return part;
        }

        var kind = part[..^id.Length];
        return kind.Length == 0 && id.StartsWith(TargetGroup, StringComparison.Ordinal) ? $"target group {name}" : kind + name;
    }
}

using NodaTime;
using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>The forms of single values.</summary>
internal static class Formats
{
    private const int MaxName = 100;

    /// <summary>Any text, which may be empty.</summary>
    public static TextSchema Text { get; } = new("a text") { MayBeEmpty = true };

    /// <summary>A name that other parts of the file refer to.</summary>
    public static TextSchema Name { get; } = new("a name", RefuseName);

    /// <summary>Yes or no.</summary>
    public static FlagSchema Flag { get; } = new();

    /// <summary>A duration, which may be 0.</summary>
    public static TextSchema Duration { get; } = new("a duration such as 30s, 5m or 1h30m", RefuseDuration)
    {
        Pattern = "^(0|([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$",
        Examples = ["30s", "5m", "1h30m"],
    };

    /// <summary>A duration above 0.</summary>
    public static TextSchema PositiveDuration { get; } = new(
        "a duration such as 30s, 5m or 1h30m",
        text => RefuseDuration(text) ?? (DurationText.Parse(text) == TimeSpan.Zero ? "must be above 0" : null))
    {
        Pattern = Duration.Pattern,
        Examples = ["30s", "5m", "1h30m"],
    };

    /// <summary>A time zone of the IANA database.</summary>
    public static TextSchema TimeZone { get; } = new("a time zone of the IANA database, such as Europe/Berlin", RefuseTimeZone)
    {
        Examples = ["UTC", "Europe/Berlin", "Asia/Shanghai", "America/New_York"],
    };

    /// <summary>A severity.</summary>
    public static ChoiceSchema Severity { get; } = new("critical", "high", "medium", "low", "info");

    /// <summary>A language of messages.</summary>
    public static ChoiceSchema Locale { get; } = new("en", "zh-CN");

    /// <summary>A day or a time after which something ends.</summary>
    public static TextSchema Until { get; } = new("a day such as 2027-03-31, or a time such as 2027-03-31T18:00:00Z", RefuseUntil)
    {
        Examples = ["2027-03-31", "2027-03-31T18:00:00Z"],
    };

    /// <summary>A pattern in which * stands for any run of characters.</summary>
    public static TextSchema Pattern { get; } = new("a name, in which * stands for any characters", RefusePattern);

    /// <summary>A pattern over ARNs.</summary>
    public static TextSchema ArnPattern { get; } = new("an ARN, in which * stands for any characters", RefuseArn)
    {
        Examples = ["arn:aws:rds:*:*:db:shop-*"],
    };

    /// <summary>A regular expression as Alertmanager reads it, over the whole value.</summary>
    public static TextSchema Expression { get; } = new("a regular expression (RE2)", RefuseExpression) { MayBeEmpty = true };

    /// <summary>The name of a label.</summary>
    public static string? RefuseLabel(string text) =>
        text.Length == 0 ? "a label needs a name"
        : text.Length > MaxName ? $"has {text.Length} characters: a label has at most {MaxName}"
        : InertText.Line(text) == text ? null
        : "holds characters that nobody sees: a label has visible ones";

    private static string? RefuseName(string text) =>
        text.Length > MaxName ? $"has {text.Length} characters: a name has at most {MaxName}"
        : InertText.Line(text) != text ? "has blanks at an end or characters that nobody sees: write visible ones"
        : null;

    private static string? RefuseDuration(string text)
    {
        if (DurationText.Parse(text) is not null)
            return null;
        var hint = text.All(char.IsAsciiDigit) ? $": a number needs a unit, such as {text}s"
            : text.Replace(" ", "", StringComparison.Ordinal) is var close && DurationText.Parse(close) is not null
                ? $": did you mean {close}?"
            : "";
        return $"is «{text}»: it must be a duration such as 30s, 5m or 1h30m{hint}";
    }

    private static string? RefuseTimeZone(string text) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null
            ? null
            : $"is «{text}», which is no time zone of the IANA database"
                + Nearest.Question(
                    text, DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal) || id is "UTC"));

    private static string? RefuseUntil(string text) =>
        UntilText.Parse(text) is not null
            ? null
            : $"is «{text}»: it must be a day such as 2027-03-31, or a time such as 2027-03-31T18:00:00Z";

    private static string? RefusePattern(string text) =>
        InertText.Line(text) != text ? "has blanks at an end or characters that nobody sees"
        : text.All(character => character == '*') ? "matches everything: name something"
        : null;

    private static string? RefuseArn(string text) =>
        RefusePattern(text) ?? (text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':').Length >= 6
            ? null
            : $"is «{text}»: an ARN has six parts, arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, of which each may be *");

    private static string? RefuseExpression(string text)
    {
        try
        {
            _ = new Matcher("label", MatchOperator.Regex, text);
            return null;
        }
        catch (ArgumentException refused)
        {
            return $"is no regular expression: {refused.Message.Split(" (Parameter", 2)[0]}";
        }
    }
}

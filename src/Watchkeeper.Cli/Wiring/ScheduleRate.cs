using System.Globalization;

namespace Watchkeeper.Cli.Wiring;

/// <summary>EventBridge's rate expressions: <c>rate(1 minute)</c>, <c>rate(5 minutes)</c>, hours, days.</summary>
internal static class ScheduleRate
{
    public static bool TryParse(string expression, out TimeSpan every)
    {
        every = default;
        if (Inside(expression, "rate")?.Split(' ') is not [var count, var unit]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > 100_000)
        {
            return false;
        }

        // AWS requires the singular after 1 and the plural after every other number.
        TimeSpan? one = (unit, number == 1) switch
        {
            ("minute", true) or ("minutes", false) => TimeSpan.FromMinutes(1),
            ("hour", true) or ("hours", false) => TimeSpan.FromHours(1),
            ("day", true) or ("days", false) => TimeSpan.FromDays(1),
            _ => null,
        };
        every = one * number ?? default;
        return one is not null;
    }

    /// <summary>Accepts six fields in <c>cron(…)</c>; EventBridge validates their values.</summary>
    public static bool LooksLikeCron(string expression) =>
        Inside(expression, "cron")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;

    private static string? Inside(string expression, string name) =>
        expression.StartsWith(name + "(", StringComparison.Ordinal) && expression.EndsWith(')')
            ? expression[(name.Length + 1)..^1]
            : null;
}

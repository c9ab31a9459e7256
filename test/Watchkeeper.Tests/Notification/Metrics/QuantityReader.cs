using System.Globalization;

namespace Watchkeeper.Tests.Notification.Metrics;

/// <summary>Reads an English quantity back as a person does: «1 h 30 min» as 5,400, «18.3 GB» as 18,300,000,000.</summary>
internal static class QuantityReader
{
    public static double Read(string text)
    {
        var isNegative = text.StartsWith('-');
        var words = text.TrimStart('-').Replace("/s", "", StringComparison.Ordinal).Split(' ');
        var sum = 0.0;
        for (var at = 0; at < words.Length; at++)
        {
            var number = double.Parse(words[at], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            while (at + 1 < words.Length && !char.IsAsciiDigit(words[at + 1][0]))
                number *= Factor(words[++at]);
            sum += number;
        }

        return isNegative ? -sum : sum;
    }

    private static double Factor(string unit) => unit switch
    {
        "%" or "B" or "bit" or "s" or "day" or "days" => 1,
        "ms" => 1e-3,
        "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        ['k', ..] => 1e3,
        [var prefix, 'i', 'B'] => Math.Pow(1024, "KMGTP".IndexOf(prefix, StringComparison.Ordinal) + 1),
        [var prefix, ..] when "MGTP".Contains(prefix, StringComparison.Ordinal) =>
            Math.Pow(1000, "kMGTP".IndexOf(prefix, StringComparison.Ordinal) + 1),
        _ => throw new ArgumentException($"No unit: {unit}", nameof(unit)),
    };
}

using System.Buffers;
using System.Globalization;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Evaluates the trend of a metric math expression from left to right. An unknown part makes the whole expression unknown.
/// </summary>
internal ref struct MathExpression(ReadOnlySpan<char> text, MetricMath metrics)
{
    private const int MaxLength = 2048;
    private const int MaxDepth = 32;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private ReadOnlySpan<char> rest = text;
    private readonly int length = text.Length;
    private int depth;

    /// <summary>The trend of the whole expression.</summary>
    public Trend Trend
    {
        get
        {
            if (length > MaxLength)
                return Trend.Unknown;
            var whole = Sum();
            return rest.TrimStart().IsEmpty ? whole.Trend : Trend.Unknown;
        }
    }

    private Quantity Sum()
    {
        var sum = Product();
        while (true)
        {
            if (Takes('+'))
                sum += Product();
            else if (Takes('-'))
                sum -= Product();
            else
                return sum;
        }
    }

    private Quantity Product()
    {
        var product = Part();
        while (true)
        {
            if (Takes('*'))
                product *= Part();
            else if (Takes('/'))
                product /= Part();
            else
                return product;
        }
    }

    private Quantity Part()
    {
        if (++depth > MaxDepth)
            return Quantity.Unknown;
        var part = Takes('-') ? -Part()
            : Takes('(') ? List(')')
            : Takes('[') ? List(']')
            : Number() ?? Name();
        depth--;
        return part;
    }

    // Brackets and a function's parentheses contain one or several parts.
    private Quantity List(char end)
    {
        var list = Sum();
        while (Takes(','))
            list = Quantity.Together(list, Sum());
        return Takes(end) ? list : Quantity.Unknown;
    }

    private Quantity? Number()
    {
        var text = rest.TrimStart();
        var end = text.IndexOfAnyExcept(Digits);
        var digits = end < 0 ? text : text[..end];
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        rest = text[digits.Length..];
        return Quantity.Number(number);
    }

    private Quantity Name()
    {
        var text = rest.TrimStart();
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_'))
            end++;
        var name = text[..end].ToString();
        rest = text[end..];
        return name.Length == 0 ? Quantity.Unknown
            : Takes('(') ? Call(name.ToUpperInvariant())
            : metrics.Reference(name);
    }

    private Quantity Call(string function)
    {
        switch (function)
        {
            case "METRICS":
                var part = Text();
                return Takes(')') ? metrics.Metrics(part) : Quantity.Unknown;
            case "AVG" or "MAX" or "MIN" or "SUM" or "ABS" or "CEIL" or "FLOOR":
                return List(')');
            case "FILL":
                var filled = Sum();
                return Takes(',') && (Takes("REPEAT") || Takes("LINEAR") || Sum().Trend is Trend.Constant) && Takes(')')
                    ? filled
                    : Quantity.Unknown;
            case "PERIOD":
                _ = Sum();
                return Takes(')') ? Quantity.Number(1) : Quantity.Unknown;
            default:
                return Quantity.Unknown;
        }
    }

    private string Text()
    {
        if (!Takes('"') || rest.IndexOf('"') is not (>= 0 and var end))
            return "";
        var text = rest[..end].ToString();
        rest = rest[(end + 1)..];
        return text;
    }

    private bool Takes(char sign)
    {
        var text = rest.TrimStart();
        if (!text.StartsWith(sign))
            return false;
        rest = text[1..];
        return true;
    }

    private bool Takes(string word)
    {
        var text = rest.TrimStart();
        if (!text.StartsWith(word))
            return false;
        rest = text[word.Length..];
        return true;
    }
}

using System.Text.RegularExpressions;

namespace Watchkeeper.Routing.Expressions;

/// <summary>A regular expression over whole label values, with the meaning it has in Alertmanager. Runs in linear time.</summary>
internal sealed class ValueExpression
{
    private readonly Regex regex;
    private readonly UnitAlphabet alphabet;

    private ValueExpression(Regex regex, UnitAlphabet alphabet) => (this.regex, this.alphabet) = (regex, alphabet);

    /// <summary>Compiles the expression; null with the reason if it is invalid or not supported.</summary>
    public static ValueExpression? Compile(string expression, out string reason)
    {
        if (RegexTranslator.Translate(expression, out reason) is not { } translation)
            return null;
        try
        {
            var regex = new Regex(translation.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return new ValueExpression(regex, translation.Alphabet);
        }
        catch (NotSupportedException)
        {
            // The only construct that a translation can have and the linear engine refuses: very many repetitions.
            reason = "the expression is too large; use fewer or smaller repetitions";
            return null;
        }
    }

    /// <summary>Whether the whole value matches.</summary>
    public bool IsMatch(string value) => regex.IsMatch(alphabet.Encode(value));
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Watchkeeper.Cli.Usage;

/// <summary>An option that takes a whole number. A bad one gets an error that names the option and the range.</summary>
internal static class NumberOption
{
    /// <summary>The option with its default and its range, both ends included.</summary>
    public static Option<int> Create(string name, string description, int usual, int least, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result => Parse(result, name, least, most),
    };

    private static int Parse(ArgumentResult result, string name, int least, int most)
    {
        var typed = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
        {
            return value;
        }

        result.AddError($"{name} is «{typed}»: it must be a whole number from {least} to {most}.");
        return least;
    }
}

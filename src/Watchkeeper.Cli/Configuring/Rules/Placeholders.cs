using System.Text.RegularExpressions;
using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Variables that people expect a shell or Compose to fill in. Nobody does, for Alertmanager neither.</summary>
internal static partial class Placeholders
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        foreach (var text in Texts(root))
        {
            if (Variable().Match(text.Value) is { Success: true, Value: var variable })
            {
                problems.Warn(
                    text.Position, text.Path, $"holds {variable}, which nothing fills in: write the value, or a reference to a secret");
            }
        }
    }

    private static IEnumerable<CheckedText> Texts(CheckedValue value) => value switch
    {
        CheckedText text => [text],
        CheckedList list => list.Items.SelectMany(Texts),
        CheckedMap map => map.Members.SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}

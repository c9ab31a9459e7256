using System.CommandLine;

namespace Watchkeeper.Cli.Usage;

/// <summary>
/// Options that take one of a few words. A bad one gets an error that names the option and the words, in their order.
/// </summary>
internal static class ChoiceOption
{
    /// <summary>The same option, which takes these words alone.</summary>
    public static Option<T> OneOf<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            var others = result.Tokens.Select(token => token.Value).Except(words, StringComparer.Ordinal);
            foreach (var typed in others)
                result.AddError($"{option.Name} is «{typed}»: it must be {Join(words)}.");
        });
        return option;
    }

    /// <summary>«one, two or three».</summary>
    public static string Join(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}

using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Muting;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Silencing;

/// <summary>Writes the command that adds a silence, quoted for a shell.</summary>
/// <param name="Program">The program as the user typed it.</param>
/// <param name="Store">Where the silence lies.</param>
internal sealed record AddCommandText(string Program, StoreOptions Store)
{
    /// <summary>The command for a silence like this one, with another end.</summary>
    public string Of(Silence like, string? duration, string? until)
    {
        string[] words =
        [
            .. like.Matchers.Select(matcher => matcher.ToString()),
            .. Option("--for", duration),
            .. Option("--until", until),
            "--reason", InertText.Line(like.Reason),
            .. MatcherReach.IsEverything(like.Matchers) ? ["--everything"] : Array.Empty<string>(),
            .. Option("--backend", Store.Backend == StoreOptions.Embedded ? null : Store.Backend),
            .. Option("--data", Store.Data),
            .. Option("--table", Store.Table),
            .. Option("--region", Store.Region),
            .. Option("--profile", Store.Profile),
        ];
        return $"{Program} silence add {string.Join(' ', words.Select(NextCommands.Quote))}";
    }

    private static string[] Option(string name, string? value) => value is null ? [] : [name, InertText.Line(value)];
}

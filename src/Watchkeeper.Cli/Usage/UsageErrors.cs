using System.CommandLine;
using System.CommandLine.Parsing;

namespace Watchkeeper.Cli.Usage;

/// <summary>What is wrong with a command line, each error in one line that names the word and the way out.</summary>
internal static class UsageErrors
{
    /// <summary>The errors; at least one for a command line that cannot be run.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var typed in parsed.UnmatchedTokens)
            yield return Unknown(command, typed);
        var isMissing = command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0;
        if (isMissing)
            yield return $"Say which command: {ChoiceOption.Join([.. command.Subcommands.Select(each => each.Name)])}.";
        // The library's own words for these belong to the command.
        var areSaid = isMissing || parsed.UnmatchedTokens.Count > 0;
        foreach (var error in parsed.Errors.Where(error => !areSaid || error.SymbolResult is not CommandResult))
            yield return Reworded(error, command);
    }

    /// <summary>The command as it is typed: <c>detections list</c>; empty for the root.</summary>
    public static string PathOf(CommandResult command) => command.Parent is CommandResult above
        ? $"{PathOf(above)} {command.Command.Name}".TrimStart()
        : "";

    private static string Unknown(Command command, string typed)
    {
        if (typed.StartsWith('-'))
            return UnknownOption(command, typed);

        var commands = command.Subcommands.Select(each => each.Name);
        return command.Subcommands.Count > 0
            ? $"«{typed}» is no command{OrStop(Nearest.Question(typed, commands))}"
            : $"«{typed}» is one word too many for {Name(command)}.";
    }

    /// <summary>Refuses words that look like options, which an argument of any number of words takes as its own. A file of such a name is <c>./--name</c>.</summary>
    public static void RefuseOptions(ArgumentResult words)
    {
        if (words.Parent is not CommandResult command)
            return;
        foreach (var word in words.Tokens.Select(token => token.Value).Where(word => word is ['-', _, ..]))
            words.AddError(UnknownOption(command.Command, word));
    }

    private static string UnknownOption(Command command, string typed)
    {
        var name = typed.Split('=', 2)[0];
        return $"«{name}» is no option of {Name(command)}{OrStop(Nearest.Question(name, OptionsOf(command)))}";
    }

    private static IEnumerable<string> OptionsOf(Command command) => command.Options
        .Concat(command.Parents.OfType<Command>().SelectMany(above => above.Options.Where(each => each.Recursive)))
        .Select(each => each.Name)
        .Where(name => name.StartsWith("--", StringComparison.Ordinal));

    private static string Reworded(ParseError error, Command command) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult, Argument: var argument } =>
            $"{Name(command)} needs {argument.Name.ToUpperInvariant()}: {argument.Description}",
        OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} needs a value: {option.Description}",
        _ => error.Message,
    };

    private static string Name(Command command) => command is RootCommand ? "watchkeeper" : command.Name;

    private static string OrStop(string question) => question.Length == 0 ? "." : question;
}

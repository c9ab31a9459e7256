using Spectre.Console;

namespace Watchkeeper.Cli.Terminals;

/// <summary>Notes to the user on standard error. A terminal folds them between words.</summary>
internal static class ErrorNote
{
    private const int Indent = 2;

    /// <summary>Writes one note. Event text in it is made inert.</summary>
    public static void Write(string text)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        int? width = Console.IsErrorRedirected ? null : console.Profile.Width;
        console.Profile.Width = int.MaxValue;
        new StyledLine().Said(text).WriteFolded(console, Indent, width);
    }
}

using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Commands;

/// <summary>Runs a command that asks or acts, with the process's own terminal and clock.</summary>
internal static class Asked
{
    public static Screen Screen() => new(
        StandardOutput.Open(), Console.Error, Console.IsOutputRedirected ? null : Math.Max(40, Console.WindowWidth),
        !Console.IsErrorRedirected);

    public static async Task<int> RunAsync(
        StoreOptions options, Screen screen,
        Func<IIncidentStore, TimeProvider, CancellationToken, Task<Answer>> ask, bool isAction,
        CancellationToken cancellationToken) =>
        CodeOf(await new AskSession(options, screen, Clock.System).RunAsync(ask, isAction, cancellationToken));

    /// <summary>Runs a command that needs no installation, and turns what goes wrong into one line.</summary>
    public static async Task<int> TryAsync(Screen screen, Func<Task<Answer>> ask)
    {
        try
        {
            return CodeOf(await ask());
        }
        catch (ReaderGoneException)
        {
            return ExitCode.Done;
        }
        catch (AskException error)
        {
            screen.Note(error.Message);
            return ExitCode.BadUsage;
        }
    }

    /// <summary>The exit code of an answer.</summary>
    public static int CodeOf(Answer answer) => answer switch
    {
        Answer.Yes => ExitCode.Done,
        Answer.No => ExitCode.NoOrFailed,
        _ => ExitCode.BadUsage,
    };
}

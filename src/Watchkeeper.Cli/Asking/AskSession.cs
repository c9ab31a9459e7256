using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Queries;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Cli.Asking;

/// <summary>Opens the incidents, asks, and turns everything that can go wrong into one line.</summary>
/// <param name="options">Which incidents.</param>
/// <param name="screen">Where answers and notes go.</param>
/// <param name="real">The real clock.</param>
internal sealed class AskSession(StoreOptions options, Screen screen, TimeProvider real)
{
    /// <summary>Asks.</summary>
    /// <param name="ask">The question, given the incidents and their clock.</param>
    /// <param name="isAction">Whether something is done: then what fails is a no, and what is only asked is unclear.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    public async Task<Answer> RunAsync(
        Func<IIncidentStore, TimeProvider, CancellationToken, Task<Answer>> ask, bool isAction,
        CancellationToken cancellationToken)
    {
        try
        {
            var chosen = Choose();
            var time = RunClock.Of(chosen.Data, real);
            await using var store = await StoreOpening.OpenAsync(chosen, time, cancellationToken);
            if (options.Backend != StoreOptions.Embedded)
                screen.Note($"asking {store.Place}");
            return await ask(store, time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return isAction ? Answer.No : Answer.Yes;
        }
        catch (ReaderGoneException)
        {
            // Whoever reads has read enough: «| head -1».
            return Answer.Yes;
        }
        catch (AmbiguousIdException error)
        {
            screen.Note($"{error.Message}; give more of the id:");
            foreach (var candidate in error.Candidates)
                screen.Note(candidate);
            return Answer.Unclear;
        }
        catch (Exception error) when (error is AskException or RunException or PageTokenException)
        {
            screen.Note(error.Message);
            return isAction && error is RunException { IsUsage: false } ? Answer.No : Answer.Unclear;
        }
        catch (BusyRowsException busy)
        {
            screen.Note($"Nothing was changed, because {busy.Message}. Try again.");
            return isAction ? Answer.No : Answer.Unclear;
        }
        catch (Exception error)
            when (error is InvalidDataException or UnreadableRowException or IOException or UnauthorizedAccessException)
        {
            screen.Note($"The data cannot be read: {error.Message}");
            return isAction ? Answer.No : Answer.Unclear;
        }
    }

    // The clock of a run lies in its folder, so the folder is found before the data is opened.
    private StoreOptions Choose()
    {
        if (options.Backend == StoreOptions.Aws)
            return options;
        var folder = options.Backend == StoreOptions.Emulators
            ? DataFolder.OfEmulators(options.Data)
            : DataFolder.OfEmbedded(options.Data);
        if (options.Data is null)
            screen.Note($"asking the newest run, {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}");
        return options with { Data = folder };
    }
}

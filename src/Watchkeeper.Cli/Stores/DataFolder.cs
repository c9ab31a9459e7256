using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;

namespace Watchkeeper.Cli.Stores;

/// <summary>Finds the data folder of a run.</summary>
internal static class DataFolder
{
    /// <summary>The file of an embedded run.</summary>
    public const string Database = "watchkeeper.db";

    /// <summary>Returns the folder of an embedded run: the given one, or the newest.</summary>
    /// <exception cref="RunException">There is no such folder.</exception>
    public static string OfEmbedded(string? given)
    {
        if (given is null)
        {
            return RunFolders.Newest(Directory.GetCurrentDirectory(), IsEmbedded)
                ?? throw new RunException(
                    "There is no embedded run to ask in .watchkeeper/runs of this folder or a folder above. "
                    + "Start one with «run», or give its folder with --data.")
                { IsUsage = true };
        }

        Require(given);
        if (IsEmbedded(given))
            return given;
        var advice = RunRecord.Read(given)?.Backend == StoreOptions.Emulators
            ? "The folder is of a run with emulators; ask it with --backend emulators."
            : $"The file {Database} is missing. Give the data folder of a run.";
        throw new RunException($"--data is «{given}», which holds no embedded run. {advice}") { IsUsage = true };
    }

    /// <summary>Returns the folder of a run with emulators: the given one, or the newest.</summary>
    /// <exception cref="RunException">There is no such folder.</exception>
    public static string OfEmulators(string? given)
    {
        if (given is null)
        {
            return RunFolders.Newest(
                    Directory.GetCurrentDirectory(), folder => RunRecord.Read(folder)?.Backend == StoreOptions.Emulators)
                ?? throw new RunException(
                    "There is no run with emulators to ask in .watchkeeper/runs of this folder or a folder above. "
                    + "Start one with «run --backend emulators», or give its folder with --data.")
                { IsUsage = true };
        }

        Require(given);
        return given;
    }

    /// <exception cref="RunException">The folder does not exist.</exception>
    private static void Require(string given)
    {
        if (!Directory.Exists(given))
            throw new RunException($"--data is «{given}», but there is no such folder.") { IsUsage = true };
    }

    private static bool IsEmbedded(string folder) => File.Exists(Path.Combine(folder, Database));
}

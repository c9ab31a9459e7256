using Microsoft.Data.Sqlite;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Turns what this machine refuses into a sentence that names the file and the way out.</summary>
internal static class FileFault
{
    /// <summary>
    /// The error for a database file that SQLite cannot use, by its result code (https://www.sqlite.org/rescode.html).
    /// </summary>
    public static RunException Of(string path, SqliteException refused) => new(
        refused.SqliteErrorCode switch
        {
            5 or 6 => $"«{path}» is locked by another process. Wait until it has ended, or give another folder with --data.",
            8 => $"«{path}» cannot be written: it, or its folder, is read-only. Check their owner and rights, or give another "
                + "folder with --data.",
            10 => $"«{path}» cannot be read or written: the disk refuses ({refused.Message}). Check that it is a plain file, and "
                + "that the disk is sound and has space.",
            11 => $"«{path}» is damaged. Give the folder of another run with --data.",
            13 => $"«{path}» cannot be written: the disk is full. Free space, and repeat the run.",
            14 => $"«{path}» cannot be opened ({refused.Message}). Check that it is a plain file, and that this user may read "
                + "and write it and its folder.",
            26 => $"«{path}» is no SQLite database, so it is not the data of a run. Give another folder with --data.",
            _ => $"«{path}» cannot be read ({refused.Message}). Check that this user may read and write the folder.",
        },
        refused);

    /// <summary>The error for a file or folder below the data folder; null if this is no fault of the machine.</summary>
    public static RunException? Of(string folder, Exception fault) => fault switch
    {
        RunException known => known,
        IOException or UnauthorizedAccessException => new RunException(
            $"«{folder}» cannot be written: {fault.Message.TrimEnd('.')}. Check the folder's rights and the disk's space, or "
            + "give another folder with --data.",
            fault),
        _ => null,
    };
}

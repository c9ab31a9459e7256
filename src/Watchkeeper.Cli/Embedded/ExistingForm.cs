using System.Globalization;
using Microsoft.Data.Sqlite;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Says why an existing file cannot be asked.</summary>
internal static class ExistingForm
{
    // The result codes of SQLite, https://www.sqlite.org/rescode.html.
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const string TableCount = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('rows', 'changes')";

    /// <summary>Requires the schema of this version.</summary>
    /// <exception cref="RunException">The file has another schema.</exception>
    public static bool Check(EmbeddedSession session, string path)
    {
        var form = session.Number("PRAGMA user_version") ?? 0;
        if (form == EmbeddedSchema.Version && session.Number(TableCount) == 2)
            return true;
        throw new RunException(string.Create(CultureInfo.InvariantCulture, $"«{path}» {Problem(form)}"));
    }

    /// <summary>Returns the error for a file that SQLite cannot read.</summary>
    public static RunException Unreadable(string path, SqliteException cause) => new(
        cause.SqliteErrorCode switch
        {
            NotADatabase => $"«{path}» is no SQLite database, so it is not the data of a run. Give another folder with --data.",
            Corrupt => $"«{path}» is damaged. Give the folder of another run with --data.",
            _ => $"«{path}» cannot be read ({cause.Message}). Check that this user may read and write the folder.",
        },
        cause);

    private static string Problem(long form) => form switch
    {
        > EmbeddedSchema.Version => string.Create(
            CultureInfo.InvariantCulture,
            $"has form {form}, from a newer version of Watchkeeper; this version reads form {EmbeddedSchema.Version}. "
            + $"Ask with the newer version."),
        > 0 and < EmbeddedSchema.Version => string.Create(
            CultureInfo.InvariantCulture,
            $"has form {form}, from an earlier version of Watchkeeper; this version reads form {EmbeddedSchema.Version}. "
            + $"Ask with the earlier version, or repeat the run. The file is unchanged."),
        _ => "is a SQLite database, but not the data of a run. Give another folder with --data.",
    };
}

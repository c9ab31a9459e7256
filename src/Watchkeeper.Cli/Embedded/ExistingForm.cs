using System.Globalization;
using Microsoft.Data.Sqlite;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Judges whose an existing file is, before anything in it changes.</summary>
internal static class ExistingForm
{
    private const string TableCount = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('rows', 'changes')";

    // Under the earlier schemas each store had its own tables; the first of them had this one.
    private const string EarlierCount = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'slots'";
    private const string AnyCount = "SELECT count(*) FROM sqlite_master";

    /// <summary>Requires the schema of this version.</summary>
    /// <exception cref="RunException">The file has another schema.</exception>
    public static bool Check(EmbeddedSession session, string path)
    {
        var form = session.Number("PRAGMA user_version") ?? 0;
        if (form == EmbeddedSchema.Version && session.Number(TableCount) == 2)
            return true;
        throw new RunException(string.Create(CultureInfo.InvariantCulture, $"«{path}» {Problem(session, form)}"));
    }

    /// <summary>
    /// Returns the schema version of a file that an earlier version wrote; null if the file is this version's, or is empty or
    /// missing and becomes so.
    /// </summary>
    /// <exception cref="RunException">The file is another program's or a newer version's, or cannot be read.</exception>
    public static long? Earlier(string path, int busySeconds)
    {
        if (!Path.Exists(path))
            return null;
        try
        {
            using var connection = EmbeddedConnection.Open(path, SqliteOpenMode.ReadWrite, busySeconds);
            using var transaction = connection.Begin(isDeferred: true);
            var session = new EmbeddedSession(connection, transaction);
            var form = session.Number("PRAGMA user_version") ?? 0;
            if (form == 0 && session.Number(AnyCount) == 0)
                return null;
            if (form is > 0 and < EmbeddedSchema.Version && session.Number(EarlierCount) == 1)
                return form;
            Check(session, path);
            return null;
        }
        catch (SqliteException refused)
        {
            throw FileFault.Of(path, refused);
        }
    }

    private static string Problem(EmbeddedSession session, long form) => form switch
    {
        > EmbeddedSchema.Version when IsOurs(session) => string.Create(
            CultureInfo.InvariantCulture,
            $"has form {form}, from a newer version of Watchkeeper; this version reads form {EmbeddedSchema.Version}. "
            + $"Use the newer version, or give another folder with --data."),
        > 0 and < EmbeddedSchema.Version when session.Number(EarlierCount) == 1 => string.Create(
            CultureInfo.InvariantCulture,
            $"has form {form}, from an earlier version of Watchkeeper; this version reads form {EmbeddedSchema.Version}. "
            + $"Ask with the earlier version, or repeat the run. The file is unchanged."),
        _ => "is a SQLite database, but not the data of a run. Give another folder with --data.",
    };

    private static bool IsOurs(EmbeddedSession session) =>
        session.Number("PRAGMA application_id") == EmbeddedSchema.ApplicationId || session.Number(TableCount) > 0;
}

using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// One SQLite file in place of the DynamoDB table. Several threads and processes may use the file at once. Writers take turns
/// from their first statement on (BEGIN IMMEDIATE) and never block readers (write-ahead log).
/// </summary>
internal sealed class EmbeddedDatabase : IDisposable
{
    // Longer than any queue of writers on one machine; a longer wait means that another process hangs.
    private const int BusySeconds = 60;

    // A person waits while the file is opened.
    private const int OpeningSeconds = 10;

    private readonly SemaphoreSlim turn = new(1, 1);

    // The last one used has the newest pages in its memory, so it serves next.
    private readonly ConcurrentStack<EmbeddedConnection> idle = new();
    private readonly string path;
    private readonly SqliteOpenMode mode;

    private EmbeddedDatabase(string path, SqliteOpenMode mode) => (this.path, this.mode) = (path, mode);

    /// <summary>Receives what the file refuses; null for nobody.</summary>
    public MachineFault? Fault { get; set; }

    /// <summary>The new path of a file with an earlier schema that this file replaced; null if there was none.</summary>
    public string? KeptAside { get; private set; }

    /// <summary>
    /// Opens the file, or creates it in an existing folder. Renames a file with an earlier schema (<see cref="KeptAside"/>).
    /// A file that is not a run's is neither changed nor renamed.
    /// </summary>
    /// <exception cref="RunException">
    /// A newer version or another program wrote the file, or it cannot be opened or written.
    /// </exception>
    public static EmbeddedDatabase Open(string path)
    {
        // The first statement of a writer would change the file, whoever owns it.
        if (ExistingForm.Earlier(path, OpeningSeconds) is { } form)
        {
            Merge(path);
            return Prepared(path, EarlierForm.KeepAside(path, form));
        }

        return Prepared(path, null);
    }

    /// <summary>
    /// Opens a file that a run wrote, to be asked. Never creates or renames the file, whatever its schema.
    /// </summary>
    /// <exception cref="RunException">The file is not the data of a run, or has another schema.</exception>
    public static EmbeddedDatabase OpenExisting(string path)
    {
        var database = new EmbeddedDatabase(path, SqliteOpenMode.ReadWrite);
        try
        {
            database.Read(session => ExistingForm.Check(session, path), OpeningSeconds);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file's connections.</summary>
    public void Dispose()
    {
        while (idle.TryPop(out var connection))
            connection.Dispose();
        turn.Dispose();
    }

    /// <summary>Runs one transaction. The transaction is the only writer while it runs; an exception rolls it back.</summary>
    /// <exception cref="RunException">The file cannot be written.</exception>
    internal async Task<T> WriteAsync<T>(Func<EmbeddedSession, T> work, CancellationToken cancellationToken)
    {
        // Writers of this process queue here, because SQLite would poll.
        await turn.WaitAsync(cancellationToken);
        try
        {
            return InTransaction(BusySeconds, isDeferred: false, work);
        }
        catch (SqliteException refused)
        {
            throw Refused(refused);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs reads on one consistent snapshot of the database.</summary>
    /// <exception cref="RunException">The file cannot be read.</exception>
    internal T Read<T>(Func<EmbeddedSession, T> work) => Read(work, BusySeconds);

    private T Read<T>(Func<EmbeddedSession, T> work, int busySeconds)
    {
        try
        {
            return InTransaction(busySeconds, isDeferred: true, work);
        }
        catch (SqliteException refused)
        {
            throw Refused(refused);
        }
    }

    // A connection that waits less long than others serves once; one that met an error is not trusted again.
    private T InTransaction<T>(int busySeconds, bool isDeferred, Func<EmbeddedSession, T> work)
    {
        var isLasting = busySeconds == BusySeconds;
        var connection = isLasting && idle.TryPop(out var last) ? last : EmbeddedConnection.Open(path, mode, busySeconds);
        var isGood = false;
        try
        {
            using var transaction = connection.Begin(isDeferred);
            var result = work(new EmbeddedSession(connection, transaction));
            if (!isDeferred)
                transaction.Commit();
            isGood = true;
            return result;
        }
        finally
        {
            if (isGood && isLasting)
                idle.Push(connection);
            else
                connection.Dispose();
        }
    }

    private RunException Refused(SqliteException refused)
    {
        var explained = FileFault.Of(path, refused);
        Fault?.Caused(explained);
        return explained;
    }

    private static EmbeddedDatabase Prepared(string path, string? keptAside)
    {
        try
        {
            using var connection = EmbeddedConnection.Open(path, SqliteOpenMode.ReadWriteCreate, OpeningSeconds);
            connection.Execute("PRAGMA journal_mode = WAL");
            using var transaction = connection.Begin(isDeferred: false);
            var session = new EmbeddedSession(connection, transaction);
            if ((session.Number("PRAGMA user_version") ?? 0) == 0)
            {
                session.Run(EmbeddedSchema.Create);
                session.Run($"PRAGMA application_id = {EmbeddedSchema.ApplicationId}");
                session.Run($"PRAGMA user_version = {EmbeddedSchema.Version}");
            }

            transaction.Commit();
            return new EmbeddedDatabase(path, SqliteOpenMode.ReadWriteCreate) { KeptAside = keptAside };
        }
        catch (SqliteException refused)
        {
            throw FileFault.Of(path, refused);
        }
    }

    // The log of a file belongs to its name, so it is merged before the file gets another.
    private static void Merge(string path)
    {
        try
        {
            using var connection = EmbeddedConnection.Open(path, SqliteOpenMode.ReadWrite, OpeningSeconds);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException refused)
        {
            throw FileFault.Of(path, refused);
        }
    }
}

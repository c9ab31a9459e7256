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
        ClosePool();
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
            using var connection = Connect(path, mode, BusySeconds);
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(new EmbeddedSession(connection, transaction));
            transaction.Commit();
            return result;
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
            using var connection = Connect(path, mode, busySeconds);
            using var transaction = connection.BeginTransaction(deferred: true);
            return work(new EmbeddedSession(connection, transaction));
        }
        catch (SqliteException refused)
        {
            throw Refused(refused);
        }
    }

    /// <summary>Connects to a file; a statement waits for other processes for so many seconds.</summary>
    internal static SqliteConnection Connect(string path, SqliteOpenMode mode, int busySeconds)
    {
        var connection = new SqliteConnection(ConnectionString(path, mode, busySeconds));
        try
        {
            connection.Open();
            // A commit always survives the end of this process. Only a power failure can lose the last commits.
            Execute(connection, $"PRAGMA busy_timeout = {busySeconds * 1000}; PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private RunException Refused(SqliteException refused)
    {
        var explained = FileFault.Of(path, refused);
        Fault?.Caused(explained);
        return explained;
    }

    // A connection that waits less long than others serves once, so no pool keeps it.
    private static string ConnectionString(string path, SqliteOpenMode mode, int busySeconds) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = busySeconds,
        Mode = mode,
        Pooling = busySeconds == BusySeconds,
    }.ToString();

    private static EmbeddedDatabase Prepared(string path, string? keptAside)
    {
        try
        {
            using var connection = Connect(path, SqliteOpenMode.ReadWriteCreate, OpeningSeconds);
            Execute(connection, "PRAGMA journal_mode = WAL");
            using var transaction = connection.BeginTransaction(deferred: false);
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
            using var connection = Connect(path, SqliteOpenMode.ReadWrite, OpeningSeconds);
            Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException refused)
        {
            throw FileFault.Of(path, refused);
        }
    }

    private void ClosePool()
    {
        using var pool = new SqliteConnection(ConnectionString(path, mode, BusySeconds));
        SqliteConnection.ClearPool(pool);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using System.Globalization;
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

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string connectionString;

    private EmbeddedDatabase(string path, SqliteOpenMode mode) => connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = BusySeconds,
        Mode = mode,
    }.ToString();

    /// <summary>The new path of a file with an earlier schema that this file replaced; null if there was none.</summary>
    public string? KeptAside { get; private set; }

    /// <summary>
    /// Opens the file, or creates it in an existing folder. Renames a file with an earlier schema (<see cref="KeptAside"/>).
    /// </summary>
    /// <exception cref="InvalidDataException">A newer version wrote the file.</exception>
    /// <exception cref="SqliteException">The file cannot be opened, or is not a SQLite database.</exception>
    public static EmbeddedDatabase Open(string path)
    {
        var database = new EmbeddedDatabase(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            if (!database.TryPrepare(path, out var form))
            {
                database.ClosePool();
                database.KeptAside = EarlierForm.KeepAside(path, form);
                database.TryPrepare(path, out _);
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
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
            database.Read(session => ExistingForm.Check(session, path));
            return database;
        }
        catch (SqliteException unreadable)
        {
            database.Dispose();
            throw ExistingForm.Unreadable(path, unreadable);
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
    internal async Task<T> WriteAsync<T>(Func<EmbeddedSession, T> work, CancellationToken cancellationToken)
    {
        // Writers of this process queue here, because SQLite would poll.
        await turn.WaitAsync(cancellationToken);
        try
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(new EmbeddedSession(connection, transaction));
            transaction.Commit();
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs reads on one consistent snapshot of the database.</summary>
    internal T Read<T>(Func<EmbeddedSession, T> work)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        return work(new EmbeddedSession(connection, transaction));
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // A commit always survives the end of this process. Only a power failure can lose the last commits.
            Execute(connection, $"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void ClosePool()
    {
        using var pool = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pool);
    }

    /// <summary>
    /// Returns false if the file has an earlier schema. Then the file's content is unchanged, with its log merged into it.
    /// </summary>
    private bool TryPrepare(string path, out long form)
    {
        using var connection = Connect();
        Execute(connection, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        var session = new EmbeddedSession(connection, transaction);
        form = session.Number("PRAGMA user_version") ?? 0;
        if (form > EmbeddedSchema.Version)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} has form {form}, but this version reads form {EmbeddedSchema.Version}. "
                + $"Use a newer version or another file."));
        }

        if (form is > 0 and < EmbeddedSchema.Version)
        {
            transaction.Rollback();
            Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            return false;
        }

        if (form == 0)
        {
            session.Run(EmbeddedSchema.Create);
            session.Run($"PRAGMA user_version = {EmbeddedSchema.Version}");
        }

        transaction.Commit();
        return true;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

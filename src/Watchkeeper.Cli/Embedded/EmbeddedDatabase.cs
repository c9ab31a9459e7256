using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// One SQLite file, in place of the DynamoDB table. Several threads and processes may use it at once: writers take turns from their
/// first statement on (BEGIN IMMEDIATE), readers are never in their way (write-ahead log).
/// </summary>
public sealed class EmbeddedDatabase : IDisposable
{
    // Longer than any queue of writers on one machine; who waits so long has met a process that hangs.
    private const int BusySeconds = 60;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string connectionString;

    private EmbeddedDatabase(string path) => connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>Where a file of an earlier form is now, which stood where this one does; null where none did.</summary>
    public string? KeptAside { get; private set; }

    /// <summary>
    /// Opens the file, and makes it if it is not there; its folder must be. A file of an earlier form is kept under another name
    /// (<see cref="KeptAside"/>).
    /// </summary>
    /// <exception cref="InvalidDataException">A newer version wrote it.</exception>
    /// <exception cref="SqliteException">It cannot be opened, or is no SQLite database.</exception>
    public static EmbeddedDatabase Open(string path)
    {
        var database = new EmbeddedDatabase(path);
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

    /// <summary>Closes the file's connections.</summary>
    public void Dispose()
    {
        ClosePool();
        turn.Dispose();
    }

    /// <summary>Runs one transaction, which alone writes from its beginning to its end, and which is undone if it throws.</summary>
    internal async Task<T> WriteAsync<T>(Func<EmbeddedSession, T> work, CancellationToken cancellationToken)
    {
        // Within this process writers wait in line here, in SQLite they would ask again and again.
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

    /// <summary>Reads, seeing one moment of the database throughout.</summary>
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
            // A commit survives the end of this process in any case; only the loss of power can take the last ones away.
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

    /// <summary>False where the file has an earlier form; it is as it was then, but for what its log held, which is in it now.</summary>
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
                $"{path} has form {form}, and this version reads form {EmbeddedSchema.Version}: take a newer version or another file."));
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

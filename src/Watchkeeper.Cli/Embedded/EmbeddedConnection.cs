using Microsoft.Data.Sqlite;

namespace Watchkeeper.Cli.Embedded;

/// <summary>A connection to the file with its prepared statements; one transaction at a time uses it.</summary>
internal sealed class EmbeddedConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);

    private EmbeddedConnection(SqliteConnection connection) => this.connection = connection;

    /// <summary>Connects to a file; a statement waits for other processes for so many seconds.</summary>
    public static EmbeddedConnection Open(string path, SqliteOpenMode mode, int busySeconds)
    {
        var opened = new EmbeddedConnection(new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = busySeconds,
            Mode = mode,
            Pooling = false,
        }.ToString()));
        try
        {
            opened.connection.Open();
            // A commit always survives the end of this process. Only a power failure can lose the last commits.
            opened.Execute($"PRAGMA busy_timeout = {busySeconds * 1000}; PRAGMA synchronous = NORMAL");
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Begins a transaction; a deferred one becomes a writer with its first change.</summary>
    public SqliteTransaction Begin(bool isDeferred) => connection.BeginTransaction(isDeferred);

    /// <summary>Executes a statement outside of transactions.</summary>
    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A statement, prepared once, with the values of this use.</summary>
    public SqliteCommand Prepare(string sql, SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var at = 0; at < values.Length; at++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${at + 1}" });
            statements.Add(sql, command);
        }

        command.Transaction = transaction;
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return command;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}

using Microsoft.Data.Sqlite;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Statements inside one transaction; their parameters are <c>$1</c>, <c>$2</c> …, and never part of their text.</summary>
internal sealed class EmbeddedSession(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>Runs a statement; how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The text in the first row, or null where there is no row or no value.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() as string;
    }

    /// <summary>The number in the first row, or null where there is no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() as long?;
    }

    /// <summary>All rows.</summary>
    public List<T> List<T>(Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> values) =>
        ListWhile(read, static _ => true, sql, values);

    /// <summary>The first rows, up to one that is not wanted.</summary>
    public List<T> ListWhile<T>(
        Func<SqliteDataReader, T> read, Func<T, bool> isWanted, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read() && read(reader) is var row && isWanted(row))
            rows.Add(row);
        return rows;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var at = 0; at < values.Length; at++)
            command.Parameters.AddWithValue($"${at + 1}", values[at] ?? DBNull.Value);
        return command;
    }
}

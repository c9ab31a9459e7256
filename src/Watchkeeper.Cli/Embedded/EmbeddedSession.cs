using Microsoft.Data.Sqlite;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Executes statements in one transaction. Parameters are <c>$1</c>, <c>$2</c> …, and never part of the statement's text.
/// </summary>
internal sealed class EmbeddedSession(EmbeddedConnection connection, SqliteTransaction transaction)
{
    /// <summary>Executes a statement; returns the number of changed rows.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) =>
        connection.Prepare(sql, transaction, values).ExecuteNonQuery();

    /// <summary>Returns the text in the first row; null if there is no row or no value.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) =>
        connection.Prepare(sql, transaction, values).ExecuteScalar() as string;

    /// <summary>Returns the number in the first row; null if there is no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) =>
        connection.Prepare(sql, transaction, values).ExecuteScalar() as long?;

    /// <summary>Returns all rows.</summary>
    public List<T> List<T>(Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> values) =>
        ListWhile(read, static _ => true, sql, values);

    /// <summary>Returns the leading rows that satisfy the condition.</summary>
    public List<T> ListWhile<T>(
        Func<SqliteDataReader, T> read, Func<T, bool> isWanted, string sql, params ReadOnlySpan<object?> values)
    {
        using var reader = connection.Prepare(sql, transaction, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read() && read(reader) is var row && isWanted(row))
            rows.Add(row);
        return rows;
    }
}

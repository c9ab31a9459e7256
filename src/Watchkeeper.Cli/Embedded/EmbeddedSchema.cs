namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The SQL schema of the embedded store: the table's rows in DynamoDB JSON, its sparse indexes, and the changes in place of its
/// stream.
/// </summary>
internal static class EmbeddedSchema
{
    /// <summary>
    /// The schema version, stored as SQLite's <c>user_version</c>. A file with a higher version comes from a newer program. Under
    /// earlier schemas, each store had its own tables.
    /// </summary>
    public const int Version = 3;

    /// <summary>SQLite's <c>application_id</c> of a run's file: the letters WTKP. Files of early runs have none.</summary>
    public const int ApplicationId = 0x57544B50;

    public const string Create =
        """
        CREATE TABLE rows (
            pk TEXT NOT NULL,
            sk TEXT NOT NULL,
            json TEXT NOT NULL,
            o TEXT GENERATED ALWAYS AS (json ->> '$.o.S') VIRTUAL,
            os TEXT GENERATED ALWAYS AS (json ->> '$.os.S') VIRTUAL,
            d TEXT GENERATED ALWAYS AS (json ->> '$.d.S') VIRTUAL,
            ds TEXT GENERATED ALWAYS AS (json ->> '$.ds.S') VIRTUAL,
            PRIMARY KEY (pk, sk)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX open ON rows (o, os) WHERE o IS NOT NULL AND os IS NOT NULL;
        CREATE INDEX due ON rows (d, ds) WHERE d IS NOT NULL AND ds IS NOT NULL;
        CREATE TABLE changes (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            pk TEXT NOT NULL,
            sk TEXT NOT NULL,
            before TEXT,
            after TEXT
        ) STRICT;
        CREATE TABLE checkpoints (consumer TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Returns the query for the rows of an index shard, by the index's name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such index.</exception>
    public static string Index(string name)
    {
        var (partition, sort) = ColumnsOf(name);
        return $"SELECT json FROM rows WHERE {partition} = $1 AND {sort} IS NOT NULL AND ($2 IS NULL OR {sort} <= $2) "
            + $"ORDER BY {sort}, pk, sk";
    }

    /// <summary>Returns the query for a range of the table, or of an index shard: sort keys and rows in order.</summary>
    /// <param name="index">The index's name; null for the table.</param>
    /// <param name="isDescending">Whether the greatest sort keys come first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such index.</exception>
    public static string Range(string? index, bool isDescending)
    {
        var (partition, sort) = index is null ? ("pk", "sk") : ColumnsOf(index);
        // Two bounds that may be missing would keep SQLite from using the index, so a missing bound is one that all keys meet.
        return $"""
            SELECT {sort}, json FROM rows
            WHERE {partition} = $1 AND {sort} >= coalesce($2, '') AND {sort} <= coalesce($3, x'')
            ORDER BY {sort} {(isDescending ? "DESC" : "ASC")} LIMIT $4
            """;
    }

    private static (string Partition, string Sort) ColumnsOf(string index) => index switch
    {
        "open" => ("o", "os"),
        "due" => ("d", "ds"),
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "the table has no such index"),
    };
}

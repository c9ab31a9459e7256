using System.Collections.Immutable;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The tables of the embedded store. What a row means is in its JSON; columns of their own have only what is looked up. Times are
/// ticks (100 ns since the year 1, UTC).
/// </summary>
internal static class EmbeddedSchema
{
    /// <summary>What makes each form of the file out of the one before it, the first of them out of an empty file.</summary>
    public static readonly ImmutableArray<string> Steps = [Begin, Replacements, Dismissals];

    private const string Begin =
        """
        CREATE TABLE slots (
            fingerprint TEXT PRIMARY KEY,
            lasts INTEGER NOT NULL,
            json TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX slots_lasting ON slots (fingerprint) WHERE lasts = 1;
        CREATE TABLE notices (
            incident TEXT NOT NULL,
            key TEXT NOT NULL,
            due INTEGER,
            json TEXT NOT NULL,
            PRIMARY KEY (incident, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notices_due ON notices (due) WHERE due IS NOT NULL;
        CREATE TABLE reactions (
            incident TEXT NOT NULL,
            step TEXT NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (incident, step)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cooldowns (key TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE budgets (key TEXT PRIMARY KEY, taken INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE snapshots (check_id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE changes (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('slot', 'reaction')),
            before TEXT,
            after TEXT NOT NULL
        ) STRICT;
        CREATE TABLE checkpoints (consumer TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private const string Replacements = "CREATE TABLE replacements (key TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;";

    // Before, audits compared with snapshots; now with incidents.
    private const string Dismissals =
        """
        DROP TABLE snapshots;
        CREATE INDEX slots_dismissed ON slots (fingerprint) WHERE lasts = 2;
        """;

    /// <summary>SQLite's <c>user_version</c>; a file with a higher one was written by a newer version.</summary>
    public static int Version => Steps.Length;
}

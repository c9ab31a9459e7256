using Watchkeeper.Cli.Embedded;

namespace Watchkeeper.Cli.Tests.Embedded;

/// <summary>Data folders without a run.</summary>
internal static class EmbeddedTables
{
    /// <summary>Creates an empty table in a folder.</summary>
    public static void Create(string folder) => EmbeddedDatabase.Open(Path.Combine(folder, "watchkeeper.db")).Dispose();
}

using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>The properties of a DynamoDB table that an emulator needs. The table's name is its logical id.</summary>
internal sealed record TableWiring
{
    public required string LogicalId { get; init; }

    public required TableKey Key { get; init; }

    public required ImmutableArray<TableIndex> Indexes { get; init; }

    /// <summary>The DynamoDB types of all key attributes: <c>S</c>, <c>N</c> or <c>B</c>.</summary>
    public required ImmutableSortedDictionary<string, string> AttributeTypes { get; init; }

    /// <summary>The stream's view type, such as <c>NEW_AND_OLD_IMAGES</c>; null if the table has no stream.</summary>
    public string? StreamView { get; init; }

    /// <summary>The attribute that holds an item's expiry time in Unix seconds.</summary>
    public string? TimeToLive { get; init; }
}

/// <param name="Hash">The partition key's attribute.</param>
/// <param name="Range">The sort key's attribute.</param>
internal sealed record TableKey(string Hash, string? Range);

/// <param name="Name">The index's name.</param>
/// <param name="Key">The index's key.</param>
/// <param name="Projection"><c>KEYS_ONLY</c> or <c>ALL</c>.</param>
internal sealed record TableIndex(string Name, TableKey Key, string Projection);

using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>A DynamoDB table, as far as an emulator needs to know to create it. It is called by its logical id.</summary>
internal sealed record TableWiring
{
    public required string LogicalId { get; init; }

    public required TableKey Key { get; init; }

    public required ImmutableArray<TableIndex> Indexes { get; init; }

    /// <summary>DynamoDB's types of all key attributes: <c>S</c>, <c>N</c> or <c>B</c>.</summary>
    public required ImmutableSortedDictionary<string, string> AttributeTypes { get; init; }

    /// <summary>What the stream shows, such as <c>NEW_AND_OLD_IMAGES</c>; null for a table without one.</summary>
    public string? StreamView { get; init; }

    /// <summary>The attribute with the second at which an item expires.</summary>
    public string? TimeToLive { get; init; }
}

/// <param name="Hash">The partition key's attribute.</param>
/// <param name="Range">The sort key's attribute.</param>
internal sealed record TableKey(string Hash, string? Range);

/// <param name="Name">The index's name.</param>
/// <param name="Key">Its own key.</param>
/// <param name="Projection"><c>KEYS_ONLY</c> or <c>ALL</c>.</param>
internal sealed record TableIndex(string Name, TableKey Key, string Projection);

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>What a block of records holds.</summary>
/// <param name="Items">What was found, in the order of the records.</param>
/// <param name="Count">How much was read.</param>
internal sealed record BlockResult(IReadOnlyList<BlockItem> Items, RecordCount Count);

/// <summary>Something that was found in a block.</summary>
/// <param name="Item">What was found.</param>
/// <param name="Count">How much of the block was read up to then.</param>
internal readonly record struct BlockItem(ScanItem Item, RecordCount Count);

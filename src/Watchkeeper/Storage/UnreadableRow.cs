namespace Watchkeeper.Storage;

/// <summary>A row that stood in the way of a list and was put aside.</summary>
/// <param name="Json">The row as DynamoDB's JSON.</param>
/// <param name="Path">JSON path of the trouble.</param>
/// <param name="Reason">What is wrong there.</param>
public sealed record UnreadableRow(ReadOnlyMemory<byte> Json, string Path, string Reason);

/// <summary>
/// Keeps a row that cannot be read, before it is taken out of the list's index: it must not stop the others each time anew.
/// </summary>
public delegate Task SetAside(UnreadableRow row, CancellationToken cancellationToken);

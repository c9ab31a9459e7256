using Watchkeeper.Text;

namespace Watchkeeper.Storage;

/// <summary>An unreadable row that a list has set aside.</summary>
/// <param name="Json">The row as DynamoDB's JSON.</param>
/// <param name="Rejection">Why.</param>
public sealed record UnreadableRow(ReadOnlyMemory<byte> Json, Rejection Rejection);

/// <summary>Stores an unreadable row before it leaves the index, so that the row does not stop every later list.</summary>
public delegate Task SetAside(UnreadableRow row, CancellationToken cancellationToken);

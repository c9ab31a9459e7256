namespace Watchkeeper.Aws.DynamoDb.Rows;

/// <summary>A row that stood in the way of a list and was put aside.</summary>
/// <param name="Json">The row as DynamoDB's JSON.</param>
/// <param name="Path">JSON path of the trouble.</param>
/// <param name="Reason">What is wrong there.</param>
public sealed record UnreadableRow(ReadOnlyMemory<byte> Json, string Path, string Reason);

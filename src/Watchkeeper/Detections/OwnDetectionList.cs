namespace Watchkeeper.Detections;

/// <summary>
/// By what a list of a user's own detections is found in the table. The list lies in rows of its own, and never changes.
/// </summary>
/// <param name="Hash">The list's hash: <see cref="DetectionSet.HashOf"/>.</param>
/// <param name="Chunks">In how many rows the list lies.</param>
/// <param name="Files">Number of files in the list.</param>
/// <param name="Replaced">
/// How many of the list's detections take the place of a built-in one; null if an earlier version wrote the list, which did not
/// count them.
/// </param>
public sealed record OwnDetectionList(string Hash, int Chunks, int Files, int? Replaced);

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// Other processes kept writing the same rows, or the table was throttled, in every attempt. Nothing was changed.
/// </summary>
/// <param name="message">What was attempted.</param>
public sealed class BusyRowsException(string message) : Exception(message);

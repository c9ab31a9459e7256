namespace Watchkeeper.Storage.Rows;

/// <summary>Others kept writing the same rows, or the table was asked too much, try after try. Nothing was changed.</summary>
/// <param name="message">What was tried.</param>
public sealed class BusyRowsException(string message) : Exception(message);

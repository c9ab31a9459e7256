namespace Watchkeeper.Storage.Rows;

/// <summary>No table can carry out the write on the current row. Nothing was changed, and a retry does not help.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="innerException">The table's own error.</param>
public sealed class InvalidRowWriteException(string message, Exception? innerException = null)
    : Exception(message, innerException);

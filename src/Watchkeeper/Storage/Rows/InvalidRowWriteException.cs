namespace Watchkeeper.Storage.Rows;

/// <summary>No table can carry out the write on the current row. Nothing was changed, and a retry does not help.</summary>
public sealed class InvalidRowWriteException : Exception
{
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The table's own error.</param>
    public InvalidRowWriteException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

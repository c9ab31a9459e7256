namespace Watchkeeper.Storage.Rows;

/// <summary>A write that no table carries out on the row that stands there: nothing was changed, and trying again does not help.</summary>
public sealed class InvalidRowWriteException : Exception
{
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What the table said.</param>
    public InvalidRowWriteException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

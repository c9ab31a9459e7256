namespace Watchkeeper.Storage.Items;

/// <summary>A row of the table is not in the form that this version writes and reads. Nothing was changed.</summary>
public sealed class UnreadableRowException : Exception
{
    /// <summary>A failure without a place; prefer the constructor that takes one.</summary>
    public UnreadableRowException()
        : this("$", "unreadable")
    {
    }

    /// <inheritdoc cref="UnreadableRowException()"/>
    public UnreadableRowException(string message)
        : this("$", message)
    {
    }

    /// <inheritdoc cref="UnreadableRowException()"/>
    public UnreadableRowException(string message, Exception innerException)
        : base(message, innerException) => (Path, Reason) = ("$", message);

    /// <param name="path">JSON path into the row as DynamoDB's JSON: <c>$.su.M.k</c>.</param>
    /// <param name="reason">What is wrong there and what would be right.</param>
    public UnreadableRowException(string path, string reason)
        : base($"{path}: {reason}") => (Path, Reason) = (path, reason);

    /// <summary>JSON path of the trouble, in DynamoDB's own JSON.</summary>
    public string Path { get; }

    /// <summary>What is wrong there and what would be right.</summary>
    public string Reason { get; }
}

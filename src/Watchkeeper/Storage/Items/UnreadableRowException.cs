namespace Watchkeeper.Storage.Items;

/// <summary>A row does not have the schema that this version reads. Nothing was changed.</summary>
public sealed class UnreadableRowException : Exception
{
    /// <summary>Creates an error without a path; prefer the constructor with one.</summary>
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

    /// <param name="path">JSON path in the row as DynamoDB's JSON: <c>$.su.M.k</c>.</param>
    /// <param name="reason">What is wrong there, and what a valid value is.</param>
    public UnreadableRowException(string path, string reason)
        : base($"{path}: {reason}") => (Path, Reason) = (path, reason);

    /// <summary>JSON path of the error in DynamoDB's JSON.</summary>
    public string Path { get; }

    /// <summary>What is wrong there, and what a valid value is.</summary>
    public string Reason { get; }
}

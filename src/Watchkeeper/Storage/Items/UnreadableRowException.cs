namespace Watchkeeper.Storage.Items;

/// <summary>A row does not have the schema that this version reads. Nothing was changed.</summary>
/// <param name="path">JSON path of the error in the row as DynamoDB's JSON: <c>$.su.M.k</c>.</param>
/// <param name="reason">What is wrong there, and what a valid value is.</param>
public sealed class UnreadableRowException(string path, string reason) : Exception($"{path}: {reason}")
{
    /// <summary>JSON path of the error in DynamoDB's JSON.</summary>
    public string Path => path;

    /// <summary>What is wrong there, and what a valid value is.</summary>
    public string Reason => reason;
}

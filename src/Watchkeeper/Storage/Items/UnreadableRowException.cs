using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>A row does not have the schema that this version reads. Nothing was changed.</summary>
/// <param name="rejection">What is wrong, with a path in the row as DynamoDB's JSON: <c>$.su.M.k</c>.</param>
public sealed class UnreadableRowException(Rejection rejection) : Exception(rejection.ToString())
{
    /// <summary>What is wrong, with a path in the row as DynamoDB's JSON.</summary>
    public Rejection Rejection => rejection;
}

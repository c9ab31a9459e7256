namespace Watchkeeper.Storage.Items;

/// <summary>The common attributes of all rows.</summary>
internal static class RowSchema
{
    /// <summary>The schema version that this code writes and reads. It reads no other version.</summary>
    public const int Current = 1;

    /// <summary>The attribute with the schema version.</summary>
    public const string Attribute = "z";

    /// <summary>DynamoDB's time-to-live attribute, in epoch seconds.</summary>
    public const string TimeToLive = "ttl";
}

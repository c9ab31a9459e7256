namespace Watchkeeper.Storage.Items;

/// <summary>What all rows have in common.</summary>
internal static class RowSchema
{
    /// <summary>The number of the form that this version writes; it reads no other.</summary>
    public const int Current = 1;

    /// <summary>The attribute that holds the form's number.</summary>
    public const string Attribute = "z";

    /// <summary>DynamoDB's time-to-live attribute, in epoch seconds.</summary>
    public const string TimeToLive = "ttl";
}

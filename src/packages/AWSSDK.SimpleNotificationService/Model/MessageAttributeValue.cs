namespace Amazon.SimpleNotificationService.Model;

/// <summary>The value of a message's attribute: text or bytes, as its type says.</summary>
public class MessageAttributeValue
{
    /// <summary>Bytes, for the type <c>Binary</c>. The whole stream is sent.</summary>
    public MemoryStream BinaryValue { get; set; }

    /// <summary><c>String</c>, <c>String.Array</c>, <c>Number</c> or <c>Binary</c>.</summary>
    public string DataType { get; set; }

    /// <summary>Text, for the other types; never empty.</summary>
    public string StringValue { get; set; }
}

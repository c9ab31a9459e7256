namespace Amazon.SimpleEmail.Model;

/// <summary>A label of a mail. Name and value: ASCII letters, digits, <c>_</c> and <c>-</c>, at most 256 characters.</summary>
public class MessageTag
{
    /// <summary>The label's name.</summary>
    public string Name { get; set; }

    /// <summary>The label's value.</summary>
    public string Value { get; set; }
}

namespace Amazon.SimpleEmail.Model;

/// <summary>A text and how it is encoded on its way.</summary>
public class Content
{
    /// <summary>The encoding's name, <c>UTF-8</c> for instance; null is 7-bit ASCII.</summary>
    public string Charset { get; set; }

    /// <summary>The text.</summary>
    public string Data { get; set; }
}

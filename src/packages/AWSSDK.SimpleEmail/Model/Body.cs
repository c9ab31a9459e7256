namespace Amazon.SimpleEmail.Model;

/// <summary>A mail's text. With both forms the reader's program chooses.</summary>
public class Body
{
    /// <summary>The text as HTML, or null.</summary>
    public Content Html { get; set; }

    /// <summary>The plain text, or null.</summary>
    public Content Text { get; set; }
}

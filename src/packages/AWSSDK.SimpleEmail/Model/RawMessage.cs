namespace Amazon.SimpleEmail.Model;

/// <summary>A MIME message.</summary>
public class RawMessage
{
    /// <summary>Header lines, an empty line, the body; at most 40 MB. The whole stream is sent.</summary>
    public MemoryStream Data { get; set; }
}

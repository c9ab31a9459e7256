namespace Amazon.SimpleEmail.Model;

/// <summary>What a mail says.</summary>
public class Message
{
    /// <summary>Its text in one or both forms.</summary>
    public Body Body { get; set; }

    /// <summary>Its subject.</summary>
    public Content Subject { get; set; }
}

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// A payload that does not fit the handler's input, or an output that cannot be written; the cause is the inner exception.
/// </summary>
public class JsonSerializerException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong.</param>
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and why.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="exception">Why.</param>
    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}

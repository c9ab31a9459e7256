namespace Watchkeeper.Cli.Receivers;

/// <summary>What a receiver answers.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body; empty for none.</param>
/// <param name="IsTaken">Whether the receiver took a message.</param>
internal sealed record ReceiverAnswer(int Status, string Body, bool IsTaken)
{
    /// <summary>The body's type.</summary>
    public string ContentType => Body.StartsWith('{') ? "application/json; charset=utf-8" : "text/plain; charset=utf-8";

    /// <summary>The receiver took the message.</summary>
    public static ReceiverAnswer Taken(int status, string body) => new(status, body, IsTaken: true);

    /// <summary>The receiver took no message: it refused one, or gave out a token.</summary>
    public static ReceiverAnswer Other(int status, string body) => new(status, body, IsTaken: false);
}

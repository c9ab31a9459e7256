namespace Watchkeeper.Cli.Receivers;

/// <summary>A receiver that the local run stands in for.</summary>
/// <param name="Host">The host, or its end after a dot.</param>
/// <param name="Path">The beginning of the path.</param>
/// <param name="Answer">What the receiver answers.</param>
internal sealed record Receiver(string Host, string Path, Func<ReceivedRequest, ReceiverAnswer> Answer)
{
    /// <summary>Whether a request is for this receiver.</summary>
    public bool Takes(ReceivedRequest request) =>
        (request.Host == Host || request.Host.EndsWith($".{Host}", StringComparison.Ordinal))
        && request.Path.StartsWith(Path, StringComparison.Ordinal);
}

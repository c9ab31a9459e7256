namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The input of one invocation.</summary>
internal sealed record FunctionInvocation
{
    /// <summary>The request id; retries of an asynchronous invocation share it.</summary>
    public required string RequestId { get; init; }

    /// <summary>The JSON from the event's source, not validated.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The X-Ray header, <c>Root=…;Parent=…;Sampled=…</c>; null disables tracing.</summary>
    public string? TraceId { get; init; }

    /// <summary>The JSON of the client context header; null omits the header.</summary>
    public string? ClientContext { get; init; }
}

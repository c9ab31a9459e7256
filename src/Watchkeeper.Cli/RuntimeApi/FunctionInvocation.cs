namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>What is handed to a function.</summary>
internal sealed record FunctionInvocation
{
    /// <summary>A retry of an asynchronous invocation carries the same id.</summary>
    public required string RequestId { get; init; }

    /// <summary>JSON, as the event's source wrote it: nobody has checked it.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The X-Ray header, <c>Root=…;Parent=…;Sampled=…</c>; null is an invocation that is not traced.</summary>
    public string? TraceId { get; init; }

    /// <summary>JSON for the client context header; null leaves it out.</summary>
    public string? ClientContext { get; init; }
}

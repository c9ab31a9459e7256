namespace Watchkeeper.Functions.Observability;

/// <summary>The current invocation; logs name it.</summary>
/// <param name="RequestId">Lambda's request id, from the header <c>Lambda-Runtime-Aws-Request-Id</c>.</param>
/// <param name="Trace">The trace header, from <c>Lambda-Runtime-Trace-Id</c>; null without one.</param>
internal sealed record Invocation(string RequestId, TraceHeader? Trace)
{
    private static readonly AsyncLocal<Invocation?> Ambient = new();

    /// <summary>
    /// The invocation of the running code; null outside an invocation. Like Activity.Current, the value flows across awaits.
    /// </summary>
    public static Invocation? Current => Ambient.Value;

    /// <summary>Makes this the current invocation of the caller and of all its calls.</summary>
    public Invocation Begin()
    {
        Ambient.Value = this;
        return this;
    }
}

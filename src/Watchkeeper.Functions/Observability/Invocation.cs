namespace Watchkeeper.Functions.Observability;

/// <summary>The invocation that work belongs to; logs name it.</summary>
/// <param name="RequestId">Lambda's id of it, from the header <c>Lambda-Runtime-Aws-Request-Id</c>.</param>
/// <param name="Trace">The trace that it is in, from the header <c>Lambda-Runtime-Trace-Id</c>; null where there is none.</param>
public sealed record Invocation(string RequestId, TraceHeader? Trace)
{
    private static readonly AsyncLocal<Invocation?> Ambient = new();

    /// <summary>The invocation that the running code serves; null outside of one. It follows awaits, as Activity.Current does.</summary>
    public static Invocation? Current => Ambient.Value;

    /// <summary>Makes this the current one for the caller and all that it calls.</summary>
    public Invocation Begin()
    {
        Ambient.Value = this;
        return this;
    }
}

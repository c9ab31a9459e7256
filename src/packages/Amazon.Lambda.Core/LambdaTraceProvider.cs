namespace Amazon.Lambda.Core;

/// <summary>The X-Ray trace header of the invocation that runs now, for code that has no context at hand.</summary>
public class LambdaTraceProvider
{
    private static string current;

    /// <summary>The header, <c>Root=…;Parent=…;Sampled=…</c>; null outside an invocation that is traced.</summary>
    public static string CurrentTraceId => current ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    /// <summary>The runtime's word; null when the invocation carries no trace.</summary>
    internal static void SetCurrentTraceId(string traceId) => current = traceId;
}

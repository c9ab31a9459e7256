using System.Globalization;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The variables that Lambda sets; see «Working with Lambda environment variables».</summary>
internal sealed class LambdaEnvironment(LambdaBootstrapOptions options)
{
    private const string TraceIdName = "_X_AMZN_TRACE_ID";

    internal string RuntimeApi { get; } =
        options?.RuntimeApiEndpoint is { Length: > 0 } given ? given : Read("AWS_LAMBDA_RUNTIME_API");

    internal string FunctionName { get; } = Read("AWS_LAMBDA_FUNCTION_NAME");

    internal string FunctionVersion { get; } = Read("AWS_LAMBDA_FUNCTION_VERSION");

    internal string LogGroupName { get; } = Read("AWS_LAMBDA_LOG_GROUP_NAME");

    internal string LogStreamName { get; } = Read("AWS_LAMBDA_LOG_STREAM_NAME");

    internal string LogFormat { get; } = Read("AWS_LAMBDA_LOG_FORMAT");

    internal string LogLevel { get; } = Read("AWS_LAMBDA_LOG_LEVEL") ?? Read("AWS_LAMBDA_HANDLER_LOG_LEVEL");

    /// <summary>Megabytes; 0 when the variable is missing.</summary>
    internal int MemorySize { get; } =
        int.TryParse(Read("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes)
            ? megabytes
            : 0;

    /// <summary>The trace header of the current invocation, where the AWS SDK and X-Ray's own libraries look for it.</summary>
    internal static string TraceId
    {
        get => Read(TraceIdName);
        set => Environment.SetEnvironmentVariable(TraceIdName, value);
    }

    /// <summary>Tells the collector the function's memory, which it cannot see by itself inside Lambda.</summary>
    internal void LimitMemory()
    {
        var bytes = (ulong)MemorySize << 20;
        if (bytes == 0 || Read("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK") == "true")
            return;
        if ((ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < bytes)
            return;

        AppContext.SetData("GCHeapHardLimit", bytes);
        GC.RefreshMemoryLimit();
    }

    private static string Read(string name) => Environment.GetEnvironmentVariable(name);
}

using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Reads an AWS::Serverless::Function with the defaults of the Globals section.</summary>
internal static class FunctionReader
{
    public static FunctionWiring Read(string logicalId, Fields function)
    {
        var invoke = function.Map("EventInvokeConfig");
        return new FunctionWiring
        {
            LogicalId = logicalId,
            Timeout = function.Seconds("Timeout", 1, 900) ?? TimeSpan.FromSeconds(3),
            Memory = function.Whole("MemorySize", 128, 10240) ?? 128,
            ReservedConcurrency = function.Whole("ReservedConcurrentExecutions", 0, 100_000),
            Environment = Variables(function.Map("Environment").Map("Variables")),
            Retry = new RetryPolicy(
                invoke.Whole("MaximumRetryAttempts", 0, 2) ?? RetryPolicy.AsynchronousDefault.MaximumAttempts,
                invoke.Seconds("MaximumEventAgeInSeconds", 60, 21600) ?? RetryPolicy.AsynchronousDefault.MaximumAge),
            OnFailure = invoke.Map("DestinationConfig").Map("OnFailure").Resource("Destination"),
        };
    }

    private static ImmutableSortedDictionary<string, string> Variables(Fields variables)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in variables.Names)
        {
            if (variables.Text(name) is { } value)
                values.Add(name, value);
        }

        return values.ToImmutable();
    }
}

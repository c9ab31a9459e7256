using System.Text;
using System.Text.Json;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

/// <summary>A function with scripted answers that records its invocations.</summary>
internal sealed class ScriptedFunction(Func<FunctionInvocation, int, InvocationResult> answer) : IFunction
{
    private readonly List<FunctionInvocation> invocations = [];

    public string Arn => TestFunctions.Arn;

    public IReadOnlyList<FunctionInvocation> Invocations => invocations;

    /// <summary>The sequence numbers of each batch, in the order of delivery.</summary>
    public IEnumerable<string> Batches => invocations.Select(Numbers);

    public static InvocationResult Ok(string payload = "") => new(Encoding.UTF8.GetBytes(payload), null);

    public static InvocationResult Error => InvocationResult.Failed(new FunctionError("Shop.Closed", "no"));

    public static InvocationResult Failing(params string[] numbers) => Ok(
        $$"""{"batchItemFailures":[{{string.Join(',', numbers.Select(each => $$"""{"itemIdentifier":"{{each}}"}"""))}}]}""");

    public Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        invocations.Add(invocation);
        return Task.FromResult(answer(invocation, invocations.Count));
    }

    public static string Numbers(FunctionInvocation invocation)
    {
        using var document = JsonDocument.Parse(invocation.Payload);
        return string.Join(
            ' ', document.RootElement.GetProperty("Records").EnumerateArray().Select(each => each.GetProperty("n").GetString()));
    }
}

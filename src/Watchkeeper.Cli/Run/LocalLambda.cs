using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Simulates Lambda for a run: the template's functions with their retries, dead letters and streams.</summary>
internal sealed class LocalLambda
{
    private readonly ImmutableDictionary<string, AsynchronousQueue> queues;
    private readonly ImmutableArray<StreamFeed> feeds;
    private readonly IDeadLetters deadLetters;
    private readonly TimeProvider time;
    private int requests;

    /// <summary>Creates a simulated Lambda over the given functions.</summary>
    /// <param name="wiring">The connections between the template's resources.</param>
    /// <param name="functions">The functions, by logical id.</param>
    /// <param name="changes">The table's changes.</param>
    /// <param name="deadLetters">The destination of events whose retries all failed.</param>
    /// <param name="time">The clock.</param>
    public LocalLambda(
        TemplateWiring wiring, ImmutableDictionary<string, IFunction> functions, IChangeSource changes, IDeadLetters deadLetters,
        TimeProvider time)
    {
        (this.deadLetters, this.time) = (deadLetters, time);
        // Lambda waits one minute, then two. A local run skips the delays, because waiting repairs nothing here.
        queues = wiring.Functions.ToImmutableDictionary(
            each => each.LogicalId,
            each => new AsynchronousQueue(functions[each.LogicalId], each.Retry, RetryWaits.None, NextId, time, GiveUpAsync),
            StringComparer.Ordinal);
        feeds = [.. wiring.Streams.Select(each => new StreamFeed(
            each,
            new StreamBatches(functions[each.Function], each, WaitsOf(wiring, each), NextId, time, GiveUpAsync),
            changes))];
    }

    /// <summary>Invokes a function asynchronously, with its retries.</summary>
    public async Task<FunctionResponse> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var result = await queues[function].DeliverAsync(payload, null, cancellationToken);
        return result.Error is { } error ? new FunctionResponse(null, error.Message) : Answer(result.Payload);
    }

    /// <summary>Feeds the table's changes until none are left. Returns false if there were none.</summary>
    public Task<bool> SettleAsync(CancellationToken cancellationToken) => StreamFeed.SettleAsync(feeds, cancellationToken);

    private static RetryWaits WaitsOf(TemplateWiring wiring, StreamMapping mapping) => RetryWaits.Outlasting(
        wiring.Functions.Single(each => each.LogicalId == mapping.Function).Timeout, mapping.MaximumAttempts);

    private static FunctionResponse Answer(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("results", out _)
            ? new FunctionResponse(document.RootElement.Deserialize(FunctionsJson.Default.IntakeReport), null)
            : new FunctionResponse(null, null);
    }

    private string NextId() => string.Create(
        CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Interlocked.Increment(ref requests):d12}");

    private Task GiveUpAsync(FailedInvocation given) =>
        KeepAsync(given.FunctionArn, given.Invocation.Payload, "$", given.Attempts, given.Last);

    private Task GiveUpAsync(FailedRecords given) =>
        KeepAsync(given.FunctionArn, StreamRecord.Event(given.Records), "$.Records", given.Attempts, given.Last);

    private Task KeepAsync(string functionArn, ReadOnlyMemory<byte> payload, string path, int attempts, InvocationResult? last) =>
        deadLetters.SendAsync(
            new DeadLetter(
                functionArn.Split(':')[^1],
                new Rejection(path, $"the function failed {attempts} times: {last?.Error?.Message}"),
                payload,
                time.GetUtcNow()),
            CancellationToken.None);
}

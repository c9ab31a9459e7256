namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>An invocation without a response so far.</summary>
internal sealed class PendingInvocation(FunctionInvocation invocation)
{
    // Continuations run asynchronously, because the response arrives in a request of the function, under a lock.
    private readonly TaskCompletionSource<InvocationResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FunctionInvocation Invocation => invocation;

    public Task<InvocationResult> Answer => answer.Task;

    /// <summary>The deadline of the response, set when the function takes the invocation.</summary>
    public DateTimeOffset Deadline { get; set; }

    public void Finish(InvocationResult result) => answer.TrySetResult(result);
}

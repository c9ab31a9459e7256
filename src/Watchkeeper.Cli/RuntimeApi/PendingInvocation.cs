namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>One invocation on its way to a function and back.</summary>
internal sealed class PendingInvocation(FunctionInvocation invocation)
{
    // Whoever waits goes on elsewhere: the answer comes from a request of the function, under a lock.
    private readonly TaskCompletionSource<InvocationResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FunctionInvocation Invocation => invocation;

    public Task<InvocationResult> Answer => answer.Task;

    /// <summary>When the function must have answered; set as it takes the invocation.</summary>
    public DateTimeOffset Deadline { get; set; }

    public void Finish(InvocationResult result) => answer.TrySetResult(result);
}

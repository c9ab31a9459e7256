namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>A function, either in its own process, which serves one invocation at a time, or in this process.</summary>
internal interface IFunction
{
    string Arn { get; }

    /// <summary>
    /// Invokes the function synchronously. The result holds every failure of the function: an error, a time-out, a crash, or a
    /// program that does not start.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller canceled; the invocation may have had its effect.</exception>
    Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken);
}

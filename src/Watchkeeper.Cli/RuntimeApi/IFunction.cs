namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>One function, wherever its code runs: in a process of its own, which serves one invocation at a time, or in this one.</summary>
internal interface IFunction
{
    string Name { get; }

    string Arn { get; }

    /// <summary>
    /// Invokes it synchronously. Whatever goes wrong with the function (an error, a time-out, a crash, a program that cannot be
    /// started) is in the result.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller no longer wants to wait; the invocation may have had its effect.</exception>
    Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken);
}

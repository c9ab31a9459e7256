using Amazon.Lambda.Core;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.TestFunction;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

public sealed class InProcessFunctionTests : FunctionContract
{
    private readonly InProcessFunction function;
    private readonly TaskCompletionSource handling = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public InProcessFunctionTests() => function = new(TestFunctions.Settings(), HandleAsync, Time);

    private protected override IFunction Function => function;

    private protected override Task HangingAsync() => handling.Task;

    private Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        var answering = TestHandler.HandleAsync(payload, context);
        if (!answering.IsCompleted)
            handling.TrySetResult();
        return answering;
    }
}

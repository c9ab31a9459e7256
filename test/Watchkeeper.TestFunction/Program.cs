using Amazon.Lambda.RuntimeSupport;
using Watchkeeper.TestFunction;

// A variable chooses what the function does wrong before it asks for work.
switch (Environment.GetEnvironmentVariable("TEST_FUNCTION_START"))
{
    case "exit":
        return 7;
    case "hang":
        Console.WriteLine("not asking for work");
        await Task.Delay(Timeout.Infinite);
        break;
}

using var bootstrap = LambdaBootstrapBuilder
    .Create(TestHandler.HandleAsync)
    .UseBootstrapHandler(() => Environment.GetEnvironmentVariable("TEST_FUNCTION_START") == "fail"
        ? throw new InvalidOperationException("a variable is missing")
        : Task.FromResult(true))
    .Build();
await bootstrap.RunAsync();
return 0;

using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Watchkeeper.TestFunction;

/// <summary>
/// A handler that does what its event says, well or badly. The tests run it in a process of its own and in theirs.
/// </summary>
public static class TestHandler
{
    public static async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var document = await JsonDocument.ParseAsync(payload);
        var command = document.RootElement.GetProperty("do").GetString();
        var with = document.RootElement.TryGetProperty("with", out var value) ? value.GetString()! : "";
        switch (command)
        {
            case "echo":
                return Text(document.RootElement.GetRawText());
            case "throw":
                throw new InvalidOperationException(with, new TimeoutException("the cause"));
            case "null":
                return null!;
            case "hang":
                Console.WriteLine("hanging");
                await Task.Delay(Timeout.Infinite);
                break;
            case "exit":
                Environment.Exit(int.Parse(with, CultureInfo.InvariantCulture));
                break;
            case "kill":
                System.Diagnostics.Process.GetCurrentProcess().Kill();
                await Task.Delay(Timeout.Infinite);
                break;
            case "variable":
                return Text(JsonSerializer.Serialize(Environment.GetEnvironmentVariable(with)));
            case "write":
                Console.WriteLine(with);
                await Console.Error.WriteLineAsync(with);
                break;
            case "log":
                context.Logger.LogWarning(with);
                LambdaLogger.Log(LogLevel.Error, "{What} by code without a context", with);
                break;
            case "large":
                return Text(new string('x', int.Parse(with, CultureInfo.InvariantCulture)));
            case "context":
                return Text(JsonSerializer.Serialize(new
                {
                    context.AwsRequestId,
                    context.FunctionName,
                    context.FunctionVersion,
                    context.InvokedFunctionArn,
                    context.MemoryLimitInMB,
                    context.LogGroupName,
                    context.TraceId,
                    Remaining = (long)context.RemainingTime.TotalMilliseconds,
                }));
        }

        return Text("{}");
    }

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

/// <summary>The tests' functions and invocations.</summary>
internal static class TestFunctions
{
    public const string Arn = "arn:aws:lambda:eu-west-1:111122223333:function:shop";

    public static readonly FunctionExecutable Executable = new(
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows()
            ? "Watchkeeper.TestFunction.exe"
            : "Watchkeeper.TestFunction"),
        AppContext.BaseDirectory);

    public static FunctionSettings Settings(params (string Name, string Value)[] variables) => new()
    {
        Name = "shop",
        Arn = Arn,
        Timeout = TimeSpan.FromSeconds(30),
        Memory = 256,
        Variables = variables.ToImmutableSortedDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal),
    };

    public static FunctionInvocation Invocation(string payload, string id = "request-1") =>
        new() { RequestId = id, Payload = Encoding.UTF8.GetBytes(payload) };

    /// <summary>An invocation with a command for the test function.</summary>
    public static FunctionInvocation Do(string command, string with = "", string id = "request-1") =>
        Invocation($$"""{"do":"{{command}}","with":{{JsonSerializer.Serialize(with)}}}""", id);

    public static Task<InvocationResult> InvokeAsync(this IFunction function, FunctionInvocation invocation) =>
        function.InvokeAsync(invocation, TestContext.Current.CancellationToken);

    public static string Text(this InvocationResult result) => Encoding.UTF8.GetString(result.Payload.Span);

    public static Func<string> Ids()
    {
        var next = 0;
        return () => FormattableString.Invariant($"request-{++next}");
    }
}

/// <summary>Log lines of functions; a test can wait for one.</summary>
internal sealed class Lines
{
    private readonly Channel<FunctionLine> lines = Channel.CreateUnbounded<FunctionLine>();

    public void Add(FunctionLine line) => lines.Writer.TryWrite(line);

    public async Task<FunctionLine> WaitForAsync(Func<FunctionLine, bool> wanted)
    {
        while (true)
        {
            var line = await lines.Reader.ReadAsync(TestContext.Current.CancellationToken);
            if (wanted(line))
                return line;
        }
    }
}

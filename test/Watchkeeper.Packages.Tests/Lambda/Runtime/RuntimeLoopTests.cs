using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

[Collection("one loop at a time: the trace id is a variable of the process")]
public sealed class RuntimeLoopTests : IAsyncDisposable
{
    private readonly ScriptedRuntimeApi api = new();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task The_payload_reaches_the_handler_and_its_answer_the_API()
    {
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create(UpperAsync));
        api.Queue("""{"name":"grüße"}""");

        var call = await api.CallAsync();

        call.Path.ShouldBe("invocation/request-1/response");
        call.Body.ShouldBe("""{"NAME":"GRÜSSE"}""".Replace("SS", "ß", StringComparison.Ordinal));
        call.ContentType.ShouldBe("application/json");
    }

    [Fact]
    public async Task Invocations_are_served_one_after_the_other()
    {
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create(UpperAsync));
        api.Queue("first");
        api.Queue("second");

        (await api.CallAsync()).Body.ShouldBe("FIRST");
        (await api.CallAsync()).Body.ShouldBe("SECOND");
    }

    [Fact]
    public async Task An_id_that_needs_it_is_escaped_in_the_path()
    {
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create(UpperAsync));
        api.Queue("x", ("Lambda-Runtime-Aws-Request-Id", "a/b"));

        (await api.CallAsync()).Path.ShouldBe("invocation/a%2Fb/response");
    }

    [Fact]
    public async Task An_answer_may_be_any_stream_and_is_read_from_its_position()
    {
        using var output = new BufferedStream(new MemoryStream("skipped,sent"u8.ToArray())) { Position = 8 };
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create((Stream _) => Task.FromResult<Stream>(output)));
        api.Queue("x");

        (await api.CallAsync()).Body.ShouldBe("sent");
    }

    [Fact]
    public async Task An_empty_answer_is_an_empty_body()
    {
        await using var loop = new RunningLoop(api, _ => Task.FromResult<InvocationResponse>(null!));
        api.Queue("x");

        var call = await api.CallAsync();
        call.Path.ShouldEndWith("/response");
        call.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_null_stream_is_an_error_of_the_handler()
    {
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create((Stream _) => Task.FromResult<Stream>(null!)));
        api.Queue("x");

        var call = await api.CallAsync();
        call.Path.ShouldBe("invocation/request-1/error");
        call.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe(nameof(ArgumentNullException));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_the_loop_normally()
    {
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create(UpperAsync));
        api.Queue("x");
        await api.CallAsync();

        await loop.StopAsync();
        await loop.Ended;

        loop.Ended.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_received_invocation_is_not_answered_once_the_loop_is_stopping()
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create(async (Stream input) =>
        {
            entered.SetResult();
            await release.Task;
            return input;
        }));
        api.Queue("taken");
        await entered.Task;
        await loop.StopAsync();
        release.SetResult();

        await loop.Ended;
        api.NextCalls.ShouldBe(1);
        api.HasMoreCalls.ShouldBeFalse();
    }

    private static async Task<Stream> UpperAsync(Stream input, ILambdaContext context)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        return new MemoryStream(Encoding.UTF8.GetBytes((await reader.ReadToEndAsync()).ToUpperInvariant()));
    }
}

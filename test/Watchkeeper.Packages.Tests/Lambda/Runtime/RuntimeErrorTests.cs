using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

[Collection("one loop at a time: the trace id is a variable of the process")]
public sealed class RuntimeErrorTests : IAsyncDisposable
{
    private readonly ScriptedRuntimeApi api = new();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task A_handler_s_exception_is_answered_as_Lambda_expects_it()
    {
        var (call, error) = await FailAsync(new InvalidOperationException("no table"));

        call.Path.ShouldBe("invocation/request-1/error");
        call.ContentType.ShouldBe("application/vnd.aws.lambda.error+json");
        call.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("InvalidOperationException");
        error.GetProperty("errorType").GetString().ShouldBe("InvalidOperationException");
        error.GetProperty("errorMessage").GetString().ShouldBe("no table");
        error.GetProperty("stackTrace").EnumerateArray().First().GetString()!.ShouldStartWith("at Watchkeeper.Packages.Tests");
    }

    [Fact]
    public async Task X_Ray_learns_the_exception_and_where_it_was_thrown()
    {
        var (call, _) = await FailAsync(new InvalidOperationException("no table"));

        using var cause = JsonDocument.Parse(call.Headers["Lambda-Runtime-Function-XRay-Error-Cause"]);
        cause.RootElement.GetProperty("working_directory").GetString().ShouldBe(Directory.GetCurrentDirectory());
        var exception = cause.RootElement.GetProperty("exceptions").EnumerateArray().ShouldHaveSingleItem();
        exception.GetProperty("type").GetString().ShouldBe("InvalidOperationException");
        exception.GetProperty("message").GetString().ShouldBe("no table");
        exception.GetProperty("stack").EnumerateArray()
            .ShouldContain(frame => frame.GetProperty("label").GetString()!.Length > 0);
        cause.RootElement.GetProperty("paths").EnumerateArray()
            .ShouldContain(path => path.GetString()!.EndsWith("RuntimeErrorTests.cs"));
    }

    [Fact]
    public async Task The_causes_are_inside_the_error()
    {
        var (_, error) = await FailAsync(new InvalidOperationException("outer", new TimeoutException("inner")));

        var cause = error.GetProperty("cause");
        cause.GetProperty("errorType").GetString().ShouldBe("TimeoutException");
        cause.GetProperty("errorMessage").GetString().ShouldBe("inner");
    }

    [Fact]
    public async Task All_exceptions_of_an_aggregate_are_in_the_error()
    {
        var (_, error) = await FailAsync(new AggregateException(new TimeoutException("a"), new FormatException("b")));

        error.GetProperty("causes").EnumerateArray().Select(one => one.GetProperty("errorType").GetString())
            .ShouldBe(["TimeoutException", "FormatException"]);
    }

    [Theory]
    [InlineData("line\r\nInjected: yes")]
    [InlineData("表不存在 — grüße")]
    [InlineData("\0\u0001\u007f\u2028\"\\")]
    [InlineData("")]
    public async Task Any_message_arrives_whole_and_never_as_a_header_of_its_own(string message)
    {
        var (call, error) = await FailAsync(new InvalidOperationException(message));

        error.GetProperty("errorMessage").GetString().ShouldBe(message);
        call.Headers.ShouldNotContainKey("Injected");
        using var cause = JsonDocument.Parse(call.Headers["Lambda-Runtime-Function-XRay-Error-Cause"]);
        cause.RootElement.GetProperty("exceptions")[0].GetProperty("message").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task An_unpaired_surrogate_in_a_message_is_replaced()
    {
        var (_, error) = await FailAsync(new InvalidOperationException("a\ud800b"));

        error.GetProperty("errorMessage").GetString().ShouldBe("a\ufffdb");
    }

    [Fact]
    public async Task An_exception_that_is_too_long_is_cut_to_the_limit_of_Lambda_and_X_Ray_gets_it_whole()
    {
        var message = new string('x', 300_000);
        var (call, error) = await FailAsync(new InvalidOperationException(message));

        Encoding.UTF8.GetByteCount(call.Body).ShouldBeLessThanOrEqualTo(256 * 1024);
        error.GetProperty("errorType").GetString().ShouldBe("InvalidOperationException");
        error.GetProperty("errorMessage").GetString()!.ShouldContain("256KB");
        using var cause = JsonDocument.Parse(call.Headers["Lambda-Runtime-Function-XRay-Error-Cause"]);
        cause.RootElement.GetProperty("exceptions")[0].GetProperty("message").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task A_cause_of_more_than_a_megabyte_is_omitted_and_the_error_arrives()
    {
        var (call, error) = await FailAsync(new InvalidOperationException(new string('é', 600_000)));

        call.Headers.ShouldNotContainKey("Lambda-Runtime-Function-XRay-Error-Cause");
        error.GetProperty("errorType").GetString().ShouldBe("InvalidOperationException");
    }

    [Fact]
    public async Task After_an_error_the_loop_goes_on()
    {
        var first = true;
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) =>
        {
            var fails = first;
            first = false;
            return fails ? throw new InvalidOperationException("once") : Task.FromResult(input);
        }));
        api.Queue("a");
        api.Queue("b");

        (await api.CallAsync()).Path.ShouldEndWith("/error");
        (await api.CallAsync()).Body.ShouldBe("b");
    }

    [Fact]
    public async Task A_handler_that_throws_a_cancellation_has_failed_and_the_loop_goes_on()
    {
        var (call, _) = await FailAsync(new OperationCanceledException());

        call.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("OperationCanceledException");
    }

    private async Task<(RuntimeCall Call, JsonElement Error)> FailAsync(Exception exception)
    {
        await using var loop = new RunningLoop(
            api, LambdaBootstrapBuilder.Create(Task<Stream> (Stream _, ILambdaContext _) => throw exception));
        api.Queue("{}");
        var call = await api.CallAsync();
        using var document = JsonDocument.Parse(call.Body);
        return (call, document.RootElement.Clone());
    }
}

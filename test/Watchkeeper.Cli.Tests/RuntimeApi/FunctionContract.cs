using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;
using static Watchkeeper.Cli.Tests.RuntimeApi.TestFunctions;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

/// <summary>The contract of functions, in a process of their own or in this one.</summary>
public abstract class FunctionContract
{
    // A process reads the real clock, so the fake one starts at the real time.
    private protected FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    private protected abstract IFunction Function { get; }

    /// <summary>Completes once the handler hangs.</summary>
    private protected abstract Task HangingAsync();

    [Fact]
    public async Task An_answer_is_the_payload()
    {
        var result = await Function.InvokeAsync(Do("echo", "表 grüße"));

        result.Succeeded.ShouldBeTrue();
        result.Text().ShouldBe("""{"do":"echo","with":"\u8868 gr\u00FC\u00DFe"}""");
    }

    [Fact]
    public async Task An_exception_is_an_error_with_type_message_stack_and_cause()
    {
        var result = await Function.InvokeAsync(Do("throw", "no table"));

        result.Error.ShouldBe(new FunctionError("InvalidOperationException", "no table"));
        using var error = JsonDocument.Parse(result.Payload);
        error.RootElement.GetProperty("errorType").GetString().ShouldBe("InvalidOperationException");
        error.RootElement.GetProperty("errorMessage").GetString().ShouldBe("no table");
        error.RootElement.GetProperty("stackTrace").GetArrayLength().ShouldBeGreaterThan(0);
        error.RootElement.GetProperty("cause").GetProperty("errorType").GetString().ShouldBe("TimeoutException");
    }

    [Fact]
    public async Task A_payload_that_is_no_JSON_is_left_to_the_handler()
    {
        var result = await Function.InvokeAsync(Invocation("{"));

        result.Succeeded.ShouldBeFalse();
        result.Error!.Type.ShouldBe("JsonReaderException");
    }

    [Fact]
    public async Task No_stream_at_all_is_an_error() =>
        (await Function.InvokeAsync(Do("null"))).Error!.Type.ShouldBe("ArgumentNullException");

    [Fact]
    public async Task The_context_names_the_function_and_the_time_that_is_left()
    {
        const string trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

        var result = await Function.InvokeAsync(Do("context", id: "8476a536") with { TraceId = trace });

        using var context = JsonDocument.Parse(result.Payload);
        context.RootElement.GetProperty("AwsRequestId").GetString().ShouldBe("8476a536");
        context.RootElement.GetProperty("FunctionName").GetString().ShouldBe("shop");
        context.RootElement.GetProperty("FunctionVersion").GetString().ShouldBe("$LATEST");
        context.RootElement.GetProperty("InvokedFunctionArn").GetString().ShouldBe(Arn);
        context.RootElement.GetProperty("MemoryLimitInMB").GetInt32().ShouldBe(256);
        context.RootElement.GetProperty("LogGroupName").GetString().ShouldBe("/aws/lambda/shop");
        context.RootElement.GetProperty("TraceId").GetString().ShouldBe(trace);
        context.RootElement.GetProperty("Remaining").GetInt64().ShouldBeLessThanOrEqualTo(30_000);
    }

    [Fact]
    public async Task An_invocation_beyond_the_limit_has_timed_out()
    {
        var invoking = Function.InvokeAsync(Do("hang", id: "slow"));
        await HangingAsync();

        Time.Advance(TimeSpan.FromSeconds(30));

        (await invoking).Error.ShouldBe(
            new FunctionError(FunctionError.TimedOut, "RequestId: slow Error: Task timed out after 30.00 seconds"));
    }

    [Fact]
    public async Task After_a_timeout_the_next_invocation_is_served()
    {
        var invoking = Function.InvokeAsync(Do("hang"));
        await HangingAsync();
        Time.Advance(TimeSpan.FromSeconds(30));
        await invoking;

        (await Function.InvokeAsync(Do("echo"))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_may_stop_waiting()
    {
        using var cancellation = new CancellationTokenSource();
        var invoking = Function.InvokeAsync(Do("hang"), cancellation.Token);
        await HangingAsync();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(invoking);
        (await Function.InvokeAsync(Do("echo"))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Many_invocations_at_once_each_get_their_own_answer()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            Function.InvokeAsync(Do("echo", FormattableString.Invariant($"{n}"), FormattableString.Invariant($"request-{n}")))));

        results.Select(result => result.Text()).ShouldBe(
            Enumerable.Range(0, 20).Select(n => FormattableString.Invariant($$"""{"do":"echo","with":"{{n}}"}""")));
    }
}

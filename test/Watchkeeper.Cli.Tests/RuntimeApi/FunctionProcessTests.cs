using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;
using static Watchkeeper.Cli.Tests.RuntimeApi.TestFunctions;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

public sealed class FunctionProcessTests : FunctionContract, IAsyncDisposable
{
    private readonly Lines lines = new();
    private readonly List<FunctionProcess> started = [];

    private protected override IFunction Function => started.Count == 0 ? Start() : started[0];

    public async ValueTask DisposeAsync()
    {
        foreach (var each in started)
            await each.DisposeAsync();
    }

    [Fact]
    public async Task One_process_serves_until_it_fails()
    {
        var function = Start();
        await function.InvokeAsync(Do("echo"));
        var first = function.ProcessId;
        await function.InvokeAsync(Do("throw", "an error is no crash"));
        await function.InvokeAsync(Do("echo"));

        function.ProcessId.ShouldBe(first);
    }

    [Theory]
    [InlineData("exit", "0", FunctionError.Exited, "Runtime exited without providing a reason")]
    [InlineData("exit", "3", FunctionError.Exited, "Runtime exited with error: exit status 3")]
    [InlineData("kill", "", FunctionError.Exited, "Runtime exited with error: signal 9")]
    public async Task A_crash_fails_the_invocation_and_the_next_one_starts_another_process(
        string command, string with, string type, string message)
    {
        var function = Start();
        await function.InvokeAsync(Do("echo"));
        var first = function.ProcessId;

        (await function.InvokeAsync(Do(command, with))).Error.ShouldBe(
            new FunctionError(type, $"RequestId: request-1 Error: {message}"));

        function.ProcessId.ShouldBeNull();
        (await function.InvokeAsync(Do("echo"))).Succeeded.ShouldBeTrue();
        function.ProcessId.ShouldNotBe(first);
    }

    [Fact]
    public async Task A_process_that_timed_out_is_killed()
    {
        var function = Start();
        var invoking = function.InvokeAsync(Do("hang"));
        await HangingAsync();
        using var process = Process.GetProcessById(function.ProcessId!.Value);

        Time.Advance(TimeSpan.FromSeconds(30));
        await invoking;

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.HasExited.ShouldBeTrue();
    }

    [Fact]
    public async Task No_process_outlives_its_function()
    {
        var function = Start();
        await function.InvokeAsync(Do("echo"));
        using var process = Process.GetProcessById(function.ProcessId!.Value);

        await function.DisposeAsync();
        started.Clear();

        process.HasExited.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_to_start_is_the_result_of_the_invocation()
    {
        var function = Start(("TEST_FUNCTION_START", "fail"));

        var result = await function.InvokeAsync(Do("echo"));

        result.Error.ShouldBe(new FunctionError("InvalidOperationException", "a variable is missing"));
        using var error = JsonDocument.Parse(result.Payload);
        error.RootElement.GetProperty("stackTrace").GetArrayLength().ShouldBeGreaterThan(0);
        (await function.InvokeAsync(Do("echo"))).Error!.Message.ShouldBe("a variable is missing");
    }

    [Fact]
    public async Task A_process_that_ends_before_it_asks_for_work_fails_the_invocation() =>
        (await Start(("TEST_FUNCTION_START", "exit")).InvokeAsync(Do("echo"))).Error.ShouldBe(
            new FunctionError(FunctionError.Exited, "RequestId: request-1 Error: Runtime exited with error: exit status 7"));

    [Fact]
    public async Task A_process_that_never_asks_for_work_times_out_after_ten_seconds()
    {
        var invoking = Start(("TEST_FUNCTION_START", "hang")).InvokeAsync(Do("echo"));
        await lines.WaitForAsync(line => line.Text == "not asking for work");

        Time.Advance(TimeSpan.FromSeconds(10));

        (await invoking).Error.ShouldBe(
            new FunctionError(FunctionError.TimedOut, "RequestId: request-1 Error: Task timed out after 10.00 seconds"));
    }

    [Fact]
    public async Task A_program_that_is_not_there_fails_the_invocation()
    {
        await using var function = new FunctionProcess(
            Settings(), new FunctionExecutable("/nowhere/bootstrap", AppContext.BaseDirectory), Time, lines.Add);

        (await function.InvokeAsync(Do("echo"))).Error!.Type.ShouldBe(FunctionError.CannotStart);
    }

    [Fact]
    public async Task The_output_is_passed_on_line_by_line()
    {
        await Start().InvokeAsync(Do("write", "counted 3 表"));

        var counted = new[]
        {
            await lines.WaitForAsync(line => line.Text == "counted 3 表"),
            await lines.WaitForAsync(line => line.Text == "counted 3 表"),
        };
        counted.Select(line => line.IsError).Order().ShouldBe([false, true]);
        counted.ShouldAllBe(line => line.Function == "shop");
    }

    [Fact]
    public async Task A_log_entry_carries_level_and_request_id()
    {
        await Start(("AWS_LAMBDA_LOG_FORMAT", "JSON")).InvokeAsync(Do("log", "careful"));

        using var warning = JsonDocument.Parse((await lines.WaitForAsync(line => line.Text.Contains("\"Warning\""))).Text);
        warning.RootElement.GetProperty("message").GetString().ShouldBe("careful");
        warning.RootElement.GetProperty("requestId").GetString().ShouldBe("request-1");
        (await lines.WaitForAsync(line => line.Text.Contains("\"Error\""))).Text.ShouldContain(
            "careful by code without a context");
    }

    [Fact]
    public async Task Entries_below_the_log_level_are_not_written()
    {
        await Start(("AWS_LAMBDA_LOG_LEVEL", "ERROR")).InvokeAsync(Do("log", "careful"));

        (await lines.WaitForAsync(_ => true)).Text.ShouldEndWith("\trequest-1\tfail\tcareful by code without a context");
    }

    [Theory]
    [InlineData("AWS_LAMBDA_FUNCTION_NAME", "shop")]
    [InlineData("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")]
    [InlineData("SHOP_TABLE", "incidents")]
    [InlineData("USER", null)]
    public async Task The_variables_are_those_of_Lambda_and_of_the_function_and_no_others(string name, string? value)
    {
        var result = await Start(("SHOP_TABLE", "incidents")).InvokeAsync(Do("variable", name));

        JsonSerializer.Deserialize<string>(result.Payload.Span).ShouldBe(value);
    }

    [Fact]
    public async Task A_response_over_six_megabytes_fails_the_invocation_and_the_next_one_is_served()
    {
        var function = Start();

        (await function.InvokeAsync(Do("large", "6291557"))).Error!.Type.ShouldBe(FunctionError.TooLarge);

        (await function.InvokeAsync(Do("large", "6291556"))).Payload.Length.ShouldBe(6_291_556);
    }

    private protected override async Task HangingAsync() => await lines.WaitForAsync(line => line.Text == "hanging");

    private FunctionProcess Start(params (string Name, string Value)[] variables)
    {
        var function = new FunctionProcess(Settings(variables), Executable, Time, lines.Add);
        started.Add(function);
        return function;
    }
}

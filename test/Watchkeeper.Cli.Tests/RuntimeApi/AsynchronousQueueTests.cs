using System.Text;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Xunit;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

public sealed class AsynchronousQueueTests
{
    private readonly ImpatientTime time = new(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
    private readonly List<FailedInvocation> givenUp = [];

    [Fact]
    public async Task A_success_is_tried_once()
    {
        var function = new ScriptedFunction((_, _) => ScriptedFunction.Ok("done"));

        (await DeliverAsync(function)).Text().ShouldBe("done");

        function.Invocations.Count.ShouldBe(1);
        time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_is_tried_again_after_one_minute_and_after_two()
    {
        var function = new ScriptedFunction((_, attempt) => attempt == 3 ? ScriptedFunction.Ok() : ScriptedFunction.Error);

        (await DeliverAsync(function)).Succeeded.ShouldBeTrue();

        time.Waits.ShouldBe([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)]);
        givenUp.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retry_is_the_same_invocation()
    {
        var function = new ScriptedFunction((_, _) => ScriptedFunction.Error);

        await DeliverAsync(function);

        function.Invocations.Distinct().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            invocation => invocation.RequestId.ShouldBe("request-1"), invocation => invocation.TraceId.ShouldBe("Root=1-2-3"));
    }

    [Fact]
    public async Task What_fails_three_times_is_given_up_with_its_event_and_error()
    {
        var function = new ScriptedFunction((_, _) => ScriptedFunction.Error);

        (await DeliverAsync(function)).Error.ShouldBe(new FunctionError("Shop.Closed", "no"));

        var failed = givenUp.ShouldHaveSingleItem();
        failed.Condition.ShouldBe("RetriesExhausted");
        failed.Attempts.ShouldBe(3);
        failed.Last!.Error.ShouldBe(new FunctionError("Shop.Closed", "no"));
        Encoding.UTF8.GetString(failed.Invocation.Payload.Span).ShouldBe("""{"a":1}""");
    }

    [Fact]
    public async Task What_would_be_too_old_for_the_next_try_is_given_up()
    {
        var function = new ScriptedFunction((_, _) => ScriptedFunction.Error);

        await DeliverAsync(function, new RetryPolicy(2, TimeSpan.FromMinutes(2)));

        givenUp.ShouldHaveSingleItem().Condition.ShouldBe("EventAgeExceeded");
        function.Invocations.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task A_function_may_have_fewer_retries(int retries, int attempts)
    {
        var function = new ScriptedFunction((_, _) => ScriptedFunction.Error);

        await DeliverAsync(function, new RetryPolicy(retries, TimeSpan.FromHours(6)));

        function.Invocations.Count.ShouldBe(attempts);
        givenUp.ShouldHaveSingleItem().Attempts.ShouldBe(attempts);
    }

    [Fact]
    public async Task The_queue_is_quiet_when_each_event_has_come_to_its_end()
    {
        var function = new ScriptedFunction((invocation, _) =>
            invocation.Payload.Span.SequenceEqual("\"bad\""u8) ? ScriptedFunction.Error : ScriptedFunction.Ok());
        var queue = Queue(function, RetryPolicy.AsynchronousDefault);
        foreach (var payload in (string[])["1", "\"bad\"", "2"])
            queue.Enqueue(Encoding.UTF8.GetBytes(payload), null, TestContext.Current.CancellationToken);

        await queue.WhenQuietAsync(TestContext.Current.CancellationToken);

        function.Invocations.Count.ShouldBe(5);
        givenUp.ShouldHaveSingleItem().Invocation.RequestId.ShouldBe("request-2");
    }

    [Fact]
    public async Task A_queue_that_got_nothing_is_quiet() =>
        await Queue(new ScriptedFunction((_, _) => ScriptedFunction.Ok()), RetryPolicy.AsynchronousDefault)
            .WhenQuietAsync(TestContext.Current.CancellationToken);

    private Task<InvocationResult> DeliverAsync(ScriptedFunction function, RetryPolicy? policy = null) =>
        Queue(function, policy ?? RetryPolicy.AsynchronousDefault)
            .DeliverAsync("""{"a":1}"""u8.ToArray(), "Root=1-2-3", TestContext.Current.CancellationToken);

    private AsynchronousQueue Queue(ScriptedFunction function, RetryPolicy policy) =>
        new(function, policy, RetryWaits.Asynchronous, TestFunctions.Ids(), time, given =>
        {
            givenUp.Add(given);
            return Task.CompletedTask;
        });
}

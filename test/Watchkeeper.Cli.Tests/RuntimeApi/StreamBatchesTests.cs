using System.Collections.Immutable;
using System.Text;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Xunit;
using static Watchkeeper.Cli.Tests.RuntimeApi.ScriptedFunction;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

public sealed class StreamBatchesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    private static readonly StreamMapping Mapping = new()
    {
        Name = "ShopChanges",
        Function = "Shop",
        Table = "IncidentTable",
        BatchSize = 100,
        ParallelizationFactor = 1,
        MaximumAttempts = 2,
        Bisects = false,
        ReportsFailures = true,
        Filters = [],
    };

    private readonly ImpatientTime time = new(Start);
    private readonly List<FailedRecords> givenUp = [];

    [Fact]
    public async Task Records_are_handed_over_once_in_order_in_batches()
    {
        var function = new ScriptedFunction((_, _) => Ok());

        await DeliverAsync(function, Mapping with { BatchSize = 2 }, "1 2 3 4 5");

        function.Batches.ShouldBe(["1 2", "3 4", "5"]);
        givenUp.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_records_from_the_first_failure_on_are_handed_over_again()
    {
        var function = new ScriptedFunction((_, attempt) => attempt == 1 ? Failing("4", "2") : Ok());

        await DeliverAsync(function, Mapping, "1 2 3 4");

        function.Batches.ShouldBe(["1 2 3 4", "2 3 4"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(50)]
    public async Task Retries_last_until_the_claim_of_a_dead_process_expires(int retries)
    {
        var timeout = TimeSpan.FromMinutes(1);
        var function = new ScriptedFunction((_, _) => time.GetUtcNow() < Start + timeout ? Failing("1") : Ok());

        await DeliverAsync(function, Mapping with { MaximumAttempts = retries }, "1", RetryWaits.Outlasting(timeout, retries));

        givenUp.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_function_error_fails_the_whole_batch()
    {
        var function = new ScriptedFunction((_, attempt) => attempt == 1 ? Error : Ok());

        await DeliverAsync(function, Mapping, "1 2 3");

        function.Batches.ShouldBe(["1 2 3", "1 2 3"]);
    }

    [Fact]
    public async Task Names_in_the_answer_mean_nothing_unless_the_mapping_asks_for_them()
    {
        var function = new ScriptedFunction((_, _) => Failing("1"));

        await DeliverAsync(function, Mapping with { ReportsFailures = false }, "1 2");

        function.Batches.ShouldBe(["1 2"]);
    }

    [Fact]
    public async Task A_batch_that_fails_to_the_end_is_given_up_and_the_shard_goes_on()
    {
        var function = new ScriptedFunction((invocation, _) => Numbers(invocation) == "1 2" ? Error : Ok());

        await DeliverAsync(function, Mapping with { BatchSize = 2 }, "1 2 3");

        function.Batches.ShouldBe(["1 2", "1 2", "1 2", "3"]);
        var given = givenUp.ShouldHaveSingleItem();
        given.Condition.ShouldBe("RetryAttemptsExhausted");
        given.Attempts.ShouldBe(3);
        given.RequestId.ShouldBe("request-3");
        NumbersOf(given).ShouldBe("1 2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task Halving_finds_the_one_poison_record_and_loses_no_other(int poison)
    {
        var bad = FormattableString.Invariant($"{poison}");
        var done = new List<string>();
        var function = new ScriptedFunction((invocation, _) =>
        {
            var numbers = Numbers(invocation).Split(' ');
            if (numbers.Contains(bad))
                return Error;
            done.AddRange(numbers);
            return Ok();
        });

        await DeliverAsync(function, Mapping with { Bisects = true }, "1 2 3 4 5 6 7 8");

        NumbersOf(givenUp.ShouldHaveSingleItem()).ShouldBe(bad);
        givenUp[0].Attempts.ShouldBe(3);
        done.ShouldBe(Enumerable.Range(1, 8).Where(n => n != poison).Select(n => FormattableString.Invariant($"{n}")));
    }

    [Fact]
    public async Task Halving_costs_no_retry()
    {
        var function = new ScriptedFunction((invocation, _) => Numbers(invocation).Contains('2') ? Error : Ok());

        await DeliverAsync(function, Mapping with { Bisects = true, MaximumAttempts = 0 }, "1 2");

        function.Batches.ShouldBe(["1 2", "1", "2"]);
        NumbersOf(givenUp.ShouldHaveSingleItem()).ShouldBe("2");
    }

    [Fact]
    public async Task A_checkpoint_and_halving_together_give_up_the_poison_record_alone()
    {
        var function = new ScriptedFunction((invocation, _) => Numbers(invocation).Contains('2') ? Failing("2") : Ok());

        await DeliverAsync(function, Mapping with { Bisects = true, MaximumAttempts = 1 }, "1 2 3 4");

        function.Batches.ShouldBe(["1 2 3 4", "2 3 4", "2", "2", "3 4"]);
        NumbersOf(givenUp.ShouldHaveSingleItem()).ShouldBe("2");
    }

    [Fact]
    public async Task Without_halving_the_good_records_after_the_poison_record_are_given_up_with_it()
    {
        var function = new ScriptedFunction((invocation, _) => Numbers(invocation).Contains('2') ? Failing("2") : Ok());

        await DeliverAsync(function, Mapping with { MaximumAttempts = 1 }, "1 2 3 4");

        NumbersOf(givenUp.ShouldHaveSingleItem()).ShouldBe("2 3 4");
    }

    [Fact]
    public async Task The_wait_between_two_retries_grows()
    {
        await DeliverAsync(new ScriptedFunction((_, _) => Error), Mapping, "1", RetryWaits.Stream);

        time.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task Unlimited_retries_end_when_the_stream_drops_the_record()
    {
        var function = new ScriptedFunction((_, _) => Error);

        await DeliverAsync(function, Mapping with { MaximumAttempts = null }, "1", new RetryWaits([TimeSpan.FromHours(1)]));

        function.Invocations.Count.ShouldBe(24);
        givenUp.ShouldHaveSingleItem().Condition.ShouldBe("RecordAgeExceeded");
    }

    [Fact]
    public async Task A_record_that_is_too_old_is_given_up_unseen_and_the_others_are_handed_over()
    {
        var function = new ScriptedFunction((_, _) => Ok());
        ImmutableArray<StreamRecord> records = [Record("1", Start.AddMinutes(-2)), Record("2", Start)];

        await Batches(function, Mapping with { MaximumAge = TimeSpan.FromMinutes(1) }, RetryWaits.None)
            .DeliverAsync(records, TestContext.Current.CancellationToken);

        function.Batches.ShouldBe(["2"]);
        var given = givenUp.ShouldHaveSingleItem();
        NumbersOf(given).ShouldBe("1");
        given.Last.ShouldBeNull();
    }

    [Fact]
    public async Task A_caller_may_stop_between_two_retries()
    {
        using var cancellation = new CancellationTokenSource();
        var function = new ScriptedFunction((_, _) =>
        {
            cancellation.Cancel();
            return Error;
        });

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Batches(function, Mapping, RetryWaits.None).DeliverAsync([Record("1", Start)], cancellation.Token));

        function.Invocations.Count.ShouldBe(1);
        givenUp.ShouldBeEmpty();
    }

    private static string NumbersOf(FailedRecords given) =>
        string.Join(' ', given.Records.Select(record => record.SequenceNumber));

    private static StreamRecord Record(string number, DateTimeOffset at) =>
        new(number, Encoding.UTF8.GetBytes($$"""{"n":"{{number}}"}"""), at);

    private Task DeliverAsync(ScriptedFunction function, StreamMapping mapping, string numbers, RetryWaits? waits = null) =>
        Batches(function, mapping, waits ?? RetryWaits.None)
            .DeliverAsync([.. numbers.Split(' ').Select(number => Record(number, Start))], TestContext.Current.CancellationToken);

    private StreamBatches Batches(ScriptedFunction function, StreamMapping mapping, RetryWaits waits) =>
        new(function, mapping, waits, TestFunctions.Ids(), time, given =>
        {
            givenUp.Add(given);
            return Task.CompletedTask;
        });
}

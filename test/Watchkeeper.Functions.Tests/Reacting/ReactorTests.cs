using Shouldly;
using Watchkeeper.Functions.Reacting;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.Reacting.CpuSignals;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Reacting;

public sealed class ReactorTests : IDisposable
{
    private readonly World world = new();
    private readonly ScriptedScaling scaling = new();
    private readonly ScriptedAlarms alarms = new();
    private readonly ImpatientTime time;
    private ReactionOptions options = new() { Mode = ReactionMode.Auto };

    public ReactorTests() => time = new ImpatientTime(world.Time);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task One_incident_causes_one_reaction_however_often_the_change_is_delivered()
    {
        var change = await OpenAsync("a");

        for (var delivery = 0; delivery < 3; delivery++)
            await ReactAsync(change);

        scaling.Calls.ShouldBe([new ReactionAction.SetDesiredCapacity("orders", 2, 3)]);
    }

    [Fact]
    public async Task Of_16_deliveries_at_once_one_reacts()
    {
        var change = await OpenAsync("a");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ReactAsync(change))));

        scaling.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_records_what_it_would_have_done()
    {
        options = options with { Mode = ReactionMode.DryRun };

        var record = await ReactAsync(await OpenAsync("a"));

        record!.Status.ShouldBe(ReactionStatus.WouldDo);
        record.Action.ShouldBe(new ReactionAction.SetDesiredCapacity("orders", 2, 3));
        scaling.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reaction_that_is_off_does_nothing()
    {
        options = options with { Mode = ReactionMode.Off };

        (await ReactAsync(await OpenAsync("a"))).ShouldBeNull();
        scaling.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_global_stop_refuses_a_reaction()
    {
        options = options with { Stopped = true };

        (await ReactAsync(await OpenAsync("a")))!.Refusal.ShouldBe(ReactionRefusal.Stopped);
        scaling.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_cool_down_of_a_target_refuses_a_second_reaction()
    {
        await ReactAsync(await OpenAsync("a"));
        (await ReactAsync(await OpenAsync("b")))!.Refusal.ShouldBe(ReactionRefusal.Cooldown);
        world.Time.Advance(TimeSpan.FromMinutes(10));
        (await ReactAsync(await OpenAsync("c")))!.Status.ShouldBe(ReactionStatus.Done);

        scaling.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_budget_of_the_hour_refuses_further_reactions()
    {
        options = options with { Cooldown = ReactionOptions.MinCooldown, PerHour = 2 };

        foreach (var name in new[] { "a", "b", "c" })
        {
            await ReactAsync(await OpenAsync(name));
            world.Time.Advance(options.Cooldown);
        }

        scaling.Calls.Count.ShouldBe(2);
        world.Time.Advance(TimeSpan.FromHours(1));
        (await ReactAsync(await OpenAsync("d")))!.Status.ShouldBe(ReactionStatus.Done);
    }

    [Fact]
    public async Task A_refusal_by_AWS_is_recorded_in_the_words_of_AWS()
    {
        scaling.Answer = _ => new PerformResult.Rejected("AccessDenied: not allowed");

        var record = await ReactAsync(await OpenAsync("a"));

        record!.Status.ShouldBe(ReactionStatus.Failed);
        record.Detail.ShouldContain("AccessDenied");
    }

    [Fact]
    public async Task A_throttled_call_is_made_again()
    {
        var answers = new Queue<PerformResult>([Busy, Busy, new PerformResult.Accepted()]);
        scaling.Answer = _ => answers.Dequeue();

        (await ReactAsync(await OpenAsync("a")))!.Status.ShouldBe(ReactionStatus.Done);
        scaling.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_call_that_is_throttled_to_the_last_attempt_fails()
    {
        scaling.Answer = _ => Busy;

        var record = await ReactAsync(await OpenAsync("a"));

        record!.Status.ShouldBe(ReactionStatus.Failed);
        record.Detail.ShouldBe("given up after 5 tries: Throttling: Rate exceeded");
        scaling.Calls.Count.ShouldBe(5);
        time.Waits.Select(wait => wait.TotalSeconds).ShouldBe([0.5, 1, 2, 4]);
    }

    [Theory]
    [InlineData(5, 1, "given up after 1 try: Throttling: Rate exceeded")]
    [InlineData(6, 2, "given up after 2 tries: Throttling: Rate exceeded")]
    public async Task No_attempt_is_made_after_the_deadline(int seconds, int tries, string detail)
    {
        scaling.Answer = _ => Busy;
        var change = await OpenAsync("a");

        var results = await Reactor().ReactAsync(change, world.Time.GetUtcNow().AddSeconds(seconds), TestContextToken);

        ((ReactResult.Finished)results.Single()).Record.Detail.ShouldBe(detail);
        scaling.Calls.Count.ShouldBe(tries);
    }

    [Fact]
    public async Task CloudWatch_is_asked_once()
    {
        await ReactAsync(await OpenAsync("a"));

        alarms.Questions.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, ReactionStatus.Done)]
    [InlineData(false, ReactionStatus.Unknown)]
    public async Task After_a_lost_answer_the_state_is_read_and_the_call_is_never_repeated(
        bool tookEffect, ReactionStatus expected)
    {
        scaling.Answer = action =>
        {
            if (tookEffect)
                scaling.TakesEffect(action);
            return new PerformResult.NoAnswer("timed out");
        };
        var change = await OpenAsync("a");

        (await ReactAsync(change))!.Status.ShouldBe(expected);
        await ReactAsync(change);

        scaling.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_process_died_the_state_is_read_once_its_deadline_has_passed_and_not_before()
    {
        scaling.Answer = action =>
        {
            scaling.TakesEffect(action);
            throw new InvalidOperationException("killed");
        };
        var change = await OpenAsync("a");
        await Should.ThrowAsync<InvalidOperationException>(() => ReactAsync(change));

        (await Reactor().ReactAsync(change, world.Deadline, TestContextToken)).Single()
            .ShouldBeOfType<ReactResult.HeldElsewhere>();
        world.Time.Advance(TimeSpan.FromSeconds(61));
        (await ReactAsync(change))!.Status.ShouldBe(ReactionStatus.Done);

        scaling.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_an_opening_causes_a_reaction()
    {
        var changes = await world.RecordAsync(Cpu("a"), Cpu("a", minute: 1), Cpu("a", SignalCondition.Resolved, 2));

        (await ReactAsync(changes[1])).ShouldBeNull();
        (await ReactAsync(changes[2])).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Severity.Critical)]
    public async Task The_end_of_a_mute_causes_the_reaction_once_as_CloudWatch_would(Severity? escalated)
    {
        (await ReactAsync(await RecordAsync(Muted(0))))!.Refusal.ShouldBe(ReactionRefusal.Muted);
        var unmuted = await RecordAsync(Cpu("a", minute: 60) with { DeclaredSeverity = escalated });

        for (var delivery = 0; delivery < 3; delivery++)
            (await ReactAsync(unmuted))!.Status.ShouldBe(ReactionStatus.Done);

        scaling.Calls.ShouldBe([new ReactionAction.SetDesiredCapacity("orders", 2, 3)]);
    }

    [Fact]
    public async Task A_muted_incident_that_somebody_acknowledged_has_no_reaction()
    {
        var muted = (SlotChanged)await RecordAsync(Muted(0));
        var action = new OperatorAction("a1", OperatorVerb.Acknowledge, "kim");
        var write = OperatorActions.Decide(muted.After, muted.After.Incident!.Id, action, world.Time.GetUtcNow()).Write!;
        (await world.Slots.WriteAsync(write, TestContextToken)).ShouldBeOfType<SlotWritten>();

        (await ReactAsync(await RecordAsync(Cpu("a", minute: 60)))).ShouldBeNull();
    }

    [Theory]
    [InlineData(ReactionMode.Auto)]
    [InlineData(ReactionMode.DryRun)]
    public async Task Replacements_in_a_group_stop_at_its_healthy_minimum_before_AWS_shows_the_first(ReactionMode mode)
    {
        options = options with { Mode = mode };

        (await ReactAsync(await CheckFailsAsync("i-1")))!.Action.ShouldBe(new ReactionAction.MarkUnhealthy("orders", "i-1"));
        (await ReactAsync(await CheckFailsAsync("i-2")))!.Refusal.ShouldBe(ReactionRefusal.HealthyMinimum);
        world.Time.Advance(Replacements.Window);
        var third = await CheckFailsAsync("i-2", minute: 61);
        (await ReactAsync(third))!.Action.ShouldBe(new ReactionAction.MarkUnhealthy("orders", "i-2"));
    }

    [Fact]
    public async Task A_large_group_allows_one_replacement_after_the_other()
    {
        scaling.Group = scaling.Group with { Healthy = ["i-1", "i-2", "i-3"], Instances = ["i-1", "i-2", "i-3"] };

        foreach (var instance in new[] { "i-1", "i-2" })
            (await ReactAsync(await CheckFailsAsync(instance)))!.Status.ShouldBe(ReactionStatus.Done);
        (await ReactAsync(await CheckFailsAsync("i-3")))!.Refusal.ShouldBe(ReactionRefusal.HealthyMinimum);

        scaling.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_16_replacements_at_once_in_a_group_that_can_spare_one_only_one_is_made()
    {
        string[] instances = [.. Enumerable.Range(1, 16).Select(number => $"i-{number}")];
        scaling.Group = scaling.Group with { Healthy = instances, Instances = instances };
        options = options with { HealthyPercent = 100, PerHour = 100 };
        var changes = new List<StoreChange>();
        foreach (var instance in instances)
            changes.Add(await CheckFailsAsync(instance));

        var records = await Task.WhenAll(changes.Select(change => Task.Run(() => ReactAsync(change))));

        scaling.Calls.Count.ShouldBe(1);
        records.Count(record => record!.Refusal is ReactionRefusal.HealthyMinimum).ShouldBe(15);
    }

    private static PerformResult Busy => new PerformResult.Throttled("Throttling: Rate exceeded");

    private Task<StoreChange> CheckFailsAsync(string instance, int minute = 0) => RecordAsync(Signal(
        SignalCondition.Firing, minute, $"{instance}-{minute}", kind: SignalKind.StatusCheck,
        labels: [("InstanceId", instance), ("check", "failed")]));

    private Task<StoreChange> OpenAsync(string name) => RecordAsync(Cpu(name));

    private async Task<StoreChange> RecordAsync(Signal signal)
    {
        alarms.Publish(signal);
        return (await world.RecordAsync(signal)).Single();
    }

    private Reactor Reactor() => new(world.Ledger, scaling, alarms, world.Configuration with { Reactions = options }, time);

    private async Task<ReactionRecord?> ReactAsync(StoreChange change) =>
        (await Reactor().ReactAsync(change, world.Deadline, TestContextToken)).SingleOrDefault() switch
        {
            ReactResult.Finished finished => finished.Record,
            ReactResult.Known known => known.Record,
            _ => null,
        };
}

using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Audits;

public sealed class AdvisorRunTests
{
    private static readonly AuditScope Scope = new("111122223333", "aws");

    // A Sunday, on which no check is moved to the front.
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero));
    private readonly World world = new();
    private DateTimeOffset Deadline => time.GetUtcNow().AddMinutes(10);

    [Fact]
    public async Task Every_check_is_asked_read_compared_and_remembered()
    {
        world.Finds("a", "sg-1", "sg-2").Finds("b");

        var report = await RunAsync();

        (report with { Results = [] }).ShouldBe(new AdvisorReport { IsSubscribed = true, Checks = 2, Refreshed = 2, Read = 2, Signals = 2 });
        report.Results.Select(result => result.EventId).ShouldBe(world.Signals.Select(signal => signal.EventId));
        world.Signals.Select(signal => signal.Subject.Resource).ShouldBe(["sg-1", "sg-2"]);
        world.Signals.ShouldAllBe(signal => signal.Trace == "trace");
        world.Snapshots["a"].Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_stays_far_below_what_Lambda_refuses_and_still_counts_everything()
    {
        world.Finds("a", [.. Enumerable.Range(0, 700).Select(number => $"sg-{number}")]).Finds("b", "sg-1");

        var report = await RunAsync();

        report.Signals.ShouldBe(701);
        report.Results.Length.ShouldBe(500);
    }

    [Fact]
    public async Task A_second_run_tells_only_what_changed()
    {
        world.Finds("a", "sg-1", "sg-2");
        await RunAsync();
        world.Signals.Clear();
        world.Writes = 0;

        await RunAsync();
        world.Signals.ShouldBeEmpty();
        world.Writes.ShouldBe(0);

        world.Finds("a", "sg-2", "sg-3");
        await RunAsync();
        world.Signals.Select(signal => (signal.Subject.Resource, signal.Condition))
            .ShouldBe([("sg-1", SignalCondition.Resolved), ("sg-3", SignalCondition.Firing)]);
    }

    [Fact]
    public async Task A_check_that_fails_harms_no_other_and_is_reported()
    {
        world.Finds("a", "sg-1").Fails("b", "ThrottlingException: slow down").Finds("c", "sg-3").HasNothing("d");

        var report = await RunAsync();

        report.Read.ShouldBe(2);
        report.NotAvailable.ShouldBe(1);
        report.Failed.ShouldBe([new FailedCheck("b", "Check b", "ThrottlingException: slow down")]);
        world.Signals.Select(signal => signal.Subject.Resource).ShouldBe(["sg-1", "sg-3"]);
    }

    [Fact]
    public async Task An_account_without_the_support_plan_is_told_so_and_nothing_is_done()
    {
        world.IsSubscribed = false;

        (await RunAsync()).ShouldBe(new AdvisorReport { IsSubscribed = false });
    }

    [Fact]
    public async Task A_store_that_fails_fails_the_run_and_the_next_makes_the_same_signals()
    {
        world.Finds("a", "sg-1", "sg-2");
        world.FailsAfter = 1;
        await Should.ThrowAsync<IOException>(RunAsync());
        var first = world.Signals.Select(signal => signal.Id).ToList();
        world.Snapshots["a"].ShouldAllBe(known => known.IsAnnounced);

        world.FailsAfter = null;
        world.Signals.Clear();
        await RunAsync();

        world.Signals.Count.ShouldBe(2);
        world.Signals[0].Id.ShouldBe(first.Single());
    }

    [Fact]
    public async Task What_was_told_before_a_run_was_cut_short_and_has_passed_since_is_told_to_be_over()
    {
        world.Finds("a", "sg-1", "sg-2");
        world.FailsAfter = 1;
        await Should.ThrowAsync<IOException>(RunAsync());

        world.FailsAfter = null;
        world.Signals.Clear();
        world.Finds("a", "sg-2");
        await RunAsync();

        world.Signals.Select(signal => (signal.Subject.Resource, signal.Condition))
            .ShouldBe([("sg-1", SignalCondition.Resolved), ("sg-2", SignalCondition.Firing)]);
        world.Snapshots["a"].Where(known => known.State is FindingState.Flagged).Single().Finding.Resource.ShouldBe("sg-2");
    }

    [Fact]
    public async Task Time_that_runs_out_leaves_checks_for_the_next_run_and_more_is_read_than_asked()
    {
        foreach (var id in Enumerable.Range(0, 10))
            world.Finds($"c{id}", $"sg-{id}");
        world.EachCall = () => time.Advance(TimeSpan.FromMinutes(1));

        var report = await RunAsync();

        report.Refreshed.ShouldBe(5);
        report.Read.ShouldBe(5);
        report.Left.ShouldBe(5);
    }

    [Fact]
    public async Task Within_a_week_every_check_has_its_turn()
    {
        foreach (var id in Enumerable.Range(0, 21))
            world.Finds($"c{id:00}", $"sg-{id}");
        world.EachCall = () => time.Advance(TimeSpan.FromMinutes(1));

        for (var day = 0; day < 7; day++)
        {
            await RunAsync();
            time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(10));
        }

        world.Snapshots.Count.ShouldBe(21);
    }

    private Task<AdvisorReport> RunAsync() => new AdvisorRun(world, new FindingRecorder(world, new NoIncidents(), world, time), time)
        .RunAsync(Scope, time.GetUtcNow(), Deadline, "trace", TestContext.Current.CancellationToken);

    /// <summary>Incidents are tested with the recorder.</summary>
    private sealed class NoIncidents : ISlotStore
    {
        public Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) => Task.FromResult<Slot?>(null);

        public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<Slot>();
    }

    /// <summary>Trusted Advisor, the snapshots and the way in, all in memory: what AWS does is tested with its adapter.</summary>
    private sealed class World : IAdvisor, IAuditSnapshots, ISignalSink
    {
        private readonly Dictionary<string, AdvisorResult> results = new(StringComparer.Ordinal);

        public bool IsSubscribed { get; set; } = true;

        public int? FailsAfter { get; set; }

        public int Writes { get; set; }

        public Action EachCall { get; set; } = () => { };

        public List<Signal> Signals { get; } = [];

        public Dictionary<string, ImmutableArray<KnownFinding>> Snapshots { get; } = new(StringComparer.Ordinal);

        public World Finds(string id, params string[] resources) => With(id, new AdvisorResult.Found(new AuditResult
        {
            Check = Check(id),
            At = new DateTimeOffset(2026, 3, 1, 5, 0, 0, TimeSpan.Zero),
            Rows = [.. resources.Select(name => new AuditRow(new Finding(name, FindingStatus.Error, "eu-central-1", name, false), ""))],
        }));

        public World Fails(string id, string reason) => With(id, new AdvisorResult.Failed(reason));

        public World HasNothing(string id) => With(id, new AdvisorResult.NotAvailable());

        public Task<AdvisorListing> ListAsync(CancellationToken cancellationToken) => Task.FromResult<AdvisorListing>(IsSubscribed
            ? new AdvisorListing.Checks([.. results.Keys.Select(Check)])
            : new AdvisorListing.NotSubscribed());

        public Task<RefreshResult> RefreshAsync(AuditCheck check, CancellationToken cancellationToken)
        {
            EachCall();
            return Task.FromResult(RefreshResult.Asked);
        }

        public Task<AdvisorResult> ReadAsync(AuditCheck check, CancellationToken cancellationToken)
        {
            EachCall();
            return Task.FromResult(results[check.Id]);
        }

        public Task<ImmutableArray<KnownFinding>> ReadAsync(string checkId, CancellationToken cancellationToken) =>
            Task.FromResult(Snapshots.GetValueOrDefault(checkId, []));

        public Task ReplaceAsync(string checkId, ImmutableArray<KnownFinding> findings, CancellationToken cancellationToken)
        {
            Writes++;
            Snapshots[checkId] = findings;
            return Task.CompletedTask;
        }

        public Task<IntakeResult> RecordAsync(Signal signal, CancellationToken cancellationToken)
        {
            if (Signals.Count == FailsAfter)
                throw new IOException("the store is away");
            Signals.Add(signal);
            return Task.FromResult(new IntakeResult { EventId = signal.EventId, Outcome = "recorded", Reason = "opened" });
        }

        private World With(string id, AdvisorResult reading)
        {
            results[id] = reading;
            return this;
        }

        private static AuditCheck Check(string id) => new(id, $"Check {id}", "security", []);
    }
}

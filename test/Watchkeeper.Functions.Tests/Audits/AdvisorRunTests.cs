using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Audits;

public sealed class AdvisorRunTests : IDisposable
{
    private static readonly AuditScope Scope = new("111122223333", "aws");

    // A Sunday, when the audit moves no check to the front.
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero));
    private readonly World world = new();
    private readonly Functions.Tests.World store = new();
    private AdvisorSettings settings = AdvisorSettings.None;

    public void Dispose() => store.Dispose();

    private DateTimeOffset Deadline => time.GetUtcNow().AddMinutes(10);

    [Fact]
    public async Task Every_check_is_refreshed_read_and_compared()
    {
        world.Finds("a", "sg-1", "sg-2").Finds("b");

        var report = await RunAsync();

        (report with { Results = [] })
            .ShouldBe(new AdvisorReport { IsSubscribed = true, Checks = 2, Refreshed = 2, Read = 2, Signals = 2 });
        Results(report).ShouldBe([("Check a: sg-1", "opened"), ("Check a: sg-2", "opened")]);
        (await ActiveAsync()).Select(slot => (slot.Incident!.Subject.Resource, slot.Last.Trace))
            .ShouldBe([("sg-1", "trace"), ("sg-2", "trace")], ignoreOrder: true);
    }

    [Fact]
    public async Task An_answer_stays_far_below_the_limit_of_Lambda_and_still_counts_everything()
    {
        world.Finds("a", [.. Enumerable.Range(0, 700).Select(number => $"sg-{number}")]).Finds("b", "sg-1");

        var report = await RunAsync();

        report.Signals.ShouldBe(701);
        report.Results.Length.ShouldBe(500);
    }

    [Fact]
    public async Task A_second_run_reports_only_what_changed()
    {
        world.Finds("a", "sg-1", "sg-2");
        await RunAsync();
        world.Writes = 0;

        world.Looks();
        (await RunAsync()).Signals.ShouldBe(0);
        world.Writes.ShouldBe(0);

        world.Looks().Finds("a", "sg-2", "sg-3");
        Results(await RunAsync()).ShouldBe([("Check a: sg-1", "resolved"), ("Check a: sg-3", "opened")]);
        world.Writes.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_excluded_ends_and_comes_back_when_the_exclusion_is_over()
    {
        world.Finds("a", "sg-1", "sg-2").Finds("b", "sg-1");
        await RunAsync();
        settings = new AdvisorSettings
        {
            Exclusions = [new AuditExclusion("Check A", "sg-1", time.GetUtcNow().AddDays(1))],
        };

        world.Looks();
        Results(await RunAsync()).ShouldBe([("Check a: sg-1", "resolved")]);
        time.Advance(TimeSpan.FromHours(1));
        world.Looks();
        (await RunAsync()).Signals.ShouldBe(0);
        time.Advance(TimeSpan.FromDays(1));
        world.Looks();
        Results(await RunAsync()).ShouldBe([("Check a: sg-1", "opened")]);
    }

    [Fact]
    public async Task A_check_that_fails_harms_no_other_and_is_reported()
    {
        world.Finds("a", "sg-1").Fails("b", "ThrottlingException: slow down").Finds("c", "sg-3").HasNothing("d");

        var report = await RunAsync();

        report.Read.ShouldBe(2);
        report.NotAvailable.ShouldBe(1);
        report.Failed.ShouldBe([new FailedCheck("b", "Check b", "ThrottlingException: slow down")]);
        Results(report).ShouldBe([("Check a: sg-1", "opened"), ("Check c: sg-3", "opened")]);
    }

    [Fact]
    public async Task An_account_without_the_support_plan_is_reported_and_nothing_is_done()
    {
        world.IsSubscribed = false;

        (await RunAsync()).ShouldBe(new AdvisorReport { IsSubscribed = false });
    }

    [Fact]
    public async Task A_store_that_fails_fails_the_run_and_the_next_run_reports_the_rest()
    {
        world.Finds("a", "sg-1", "sg-2");
        world.FailsAfter = 1;
        await Should.ThrowAsync<IOException>(RunAsync());

        world.FailsAfter = null;

        Results(await RunAsync()).ShouldBe([("Check a: sg-2", "opened")]);
    }

    [Fact]
    public async Task A_finding_that_was_reported_before_a_run_was_cut_short_and_has_passed_since_is_resolved()
    {
        world.Finds("a", "sg-1", "sg-2");
        world.FailsAfter = 1;
        await Should.ThrowAsync<IOException>(RunAsync());

        world.FailsAfter = null;
        world.Looks().Finds("a", "sg-2");

        Results(await RunAsync()).ShouldBe([("Check a: sg-1", "resolved"), ("Check a: sg-2", "opened")]);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_reported_once()
    {
        world.Finds("a", "sg-1");
        world.IsWrittenTwice = true;

        Results(await RunAsync()).ShouldBe([("Check a: sg-1", "duplicate")]);
        (await ActiveAsync()).ShouldHaveSingleItem().Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_lack_of_time_leaves_checks_for_the_next_run_and_reads_more_than_it_refreshes()
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

        (await ActiveAsync()).Count.ShouldBe(21);
    }

    private Task<AdvisorReport> RunAsync()
    {
        world.Inner = store.Slots;
        var output = new LineOutput(Stream.Null);
        var observer = new IntakeObserver(
            SignalSource.Audit, new Metrics(output, time, "AdvisorFunction"), new JsonLogger(output, time, "AdvisorFunction"));
        var recorder = new FindingRecorder(world, new SignalIntake(world, store.Configuration, time), observer, time);
        return new AdvisorRun(world, recorder, time) { Settings = settings }
            .RunAsync(Scope, time.GetUtcNow(), Deadline, "trace", TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string? Title, string Reason)> Results(AdvisorReport report) =>
        report.Results.Select(result => (result.Title, result.Reason));

    private async Task<List<Slot>> ActiveAsync() =>
        await store.Slots.ListActiveAsync(Functions.Tests.World.TestContextToken)
            .ToListAsync(Functions.Tests.World.TestContextToken);

    /// <summary>Trusted Advisor in memory, and a store that fails on demand.</summary>
    private sealed class World : IAdvisor, ISlotStore
    {
        private readonly Dictionary<string, AdvisorResult> results = new(StringComparer.Ordinal);

        public bool IsSubscribed { get; set; } = true;

        public int? FailsAfter { get; set; }

        public int Writes { get; set; }

        public Action EachCall { get; set; } = () => { };

        public bool IsWrittenTwice { get; set; }

        public ISlotStore Inner { get; set; } = null!;

        private DateTimeOffset LookedAt { get; set; } = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);

        /// <summary>Refreshes every check, with unchanged findings.</summary>
        public World Looks()
        {
            LookedAt += TimeSpan.FromMinutes(10);
            foreach (var (id, found) in results.ToList())
            {
                if (found is AdvisorResult.Found { Result: var result })
                    results[id] = new AdvisorResult.Found(result with { At = LookedAt });
            }

            return this;
        }

        public World Finds(string id, params string[] resources) => With(id, new AdvisorResult.Found(new AuditResult
        {
            Check = Check(id),
            At = LookedAt,
            Rows = [.. resources.Select(
                name => new AuditRow(new Finding(name, FindingStatus.Error, "eu-central-1", name, false), ""))],
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

        public async Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken)
        {
            if (Writes++ == FailsAfter)
                throw new IOException("the store is away");
            if (IsWrittenTwice)
                await Inner.WriteAsync(write, cancellationToken);
            return await Inner.WriteAsync(write, cancellationToken);
        }

        public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
            Inner.ReadAsync(fingerprint, cancellationToken);

        public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) =>
            Inner.ListActiveAsync(cancellationToken);

        public IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) =>
            Inner.ListDismissedAsync(cancellationToken);

        private World With(string id, AdvisorResult reading)
        {
            results[id] = reading;
            return this;
        }

        private static AuditCheck Check(string id) => new(id, $"Check {id}", "security", []);
    }
}

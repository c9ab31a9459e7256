using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>Runs one history from its first event to rest.</summary>
internal sealed class History
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // After the last fault everything is at rest within this time (I10). A message that waits for a retry may take longer by the
    // longest wait of RetrySchedule, half an hour, and a sweep, and a fast clock may have recorded that wait.
    private static readonly TimeSpan RestWithin = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RetriedWithin = TimeSpan.FromMinutes(32);

    // The sweep reads CloudWatch once a minute and lets new states settle.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    // The quiet time and a sweep. The stream's retention, an hour in which each incident is looked at, and a missing hour of
    // sweeps.
    private static readonly TimeSpan QuietWithin = TimeSpan.FromHours(24) + TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MendedWithin = TimeSpan.FromHours(26);

    private readonly World world;
    private DateTimeOffset restedFrom;
    private DateTimeOffset quietUntil;
    private DateTimeOffset sweepsMissingUntil;
    private DateTimeOffset? calmSince;
    private DateTimeOffset? busySince;
    private bool isAudited;
    private bool isQuiet;
    private bool isOver;

    private bool HasLostRecords => world.Totals.GivenUpRecords > 0;

    private History(HistoryPlan plan, Action<string>? trace) => world = new World(plan, trace);

    /// <summary>Runs it on the calling thread, which must have no synchronisation context.</summary>
    public static HistoryResult Run(HistoryPlan plan, Action<string>? trace = null)
    {
        var history = new History(plan, trace);
        history.Run();
        return history.Result();
    }

    private void Run()
    {
        var plan = world.Plan;
        var occasions = Plans.For(plan.Kind, plan.Events, world.Agenda.Now, plan.Seed);
        var (began, last) = (world.Agenda.Now, world.Agenda.Now);
        for (var i = 0; i < occasions.Length; i++)
        {
            if (plan.Without?.Contains(i) ?? false)
                continue;
            var occasion = occasions[i];
            last = occasion.At > last ? occasion.At : last;
            world.Agenda.At(occasion.At, () => Happen(occasion));
        }

        if (plan.HasVersions)
            world.Versions.Begin(began, last);
        if (plan.HasChat)
            world.Room.Begin(began, last);
        if (plan.HasQuiet)
            world.Silencers.Begin(began, last);
        world.Agenda.In(Minute, () => Sweep(world.Agenda.Now));
        // An outage ends before the other faults stop.
        var back = began + (plan.Odds.Outage?.Until ?? TimeSpan.Zero);
        world.Agenda.At((last > back ? last : back) + Minute + Minute, () => world.Watch(CalmAsync()));
        while (!isOver && world.Breach is null && !world.Agenda.IsEmpty)
            world.Agenda.Step();
        if (world.Breach is null)
            world.Accounts.Rested();
    }

    private void Happen(Occasion occasion)
    {
        switch (occasion)
        {
            case Occasion.Sent sent:
                world.Trace.Record(world.Agenda.Now, 0, "event", sent.Account.Observation);
                Send(sent.Account);
                break;
            case Occasion.Audited:
                world.Advisor.Change(world.Chance);
                break;
            case Occasion.Rated rated:
                world.Advisor.Rate(rated.Status);
                break;
            case Occasion.LeftOut left:
                world.Advisor.LeaveOut(left.IsLeftOut);
                break;
            case Occasion.Acknowledged acknowledged:
                Act(acknowledged.Which % 4 == 0 ? OperatorVerb.Comment : OperatorVerb.Acknowledge, acknowledged.Which);
                break;
            case Occasion.Resolved resolved:
                Act(OperatorVerb.Resolve, resolved.Which);
                break;
            case Occasion.AuditDue:
                world.Queue.Take(
                    FunctionName.AdvisorFunction, Shapes.Tick(world.Agenda.Now, "watchkeeper-AdvisorFunctionDaily"), null);
                break;
        }
    }

    // CloudWatch delivers state changes «on a best effort basis»: the state has changed, whether or not an event arrives.
    private void Send(EventAccount account)
    {
        if (account.ObservationId is not null)
        {
            world.Accounts.Observed(account);
            world.CloudWatch.Observe(account);
            if (world.Chance.Happens(world.Odds.Unsent))
            {
                world.Totals.Unsent++;
                return;
            }
        }
        else if (account.Meaning is EventMeaning.Terminated)
        {
            world.CloudWatch.LoseData(account.Subject, account.At);
        }

        world.Bus.Publish(account);
    }

    // Makes the write that an operator would make after reading the incident.
    private void Act(OperatorVerb verb, int which)
    {
        if (world.Table.ListActive() is not { IsEmpty: false } active)
            return;
        var slot = active[which % active.Length];
        var now = world.Agenda.Now;
        var action = new OperatorAction(FormattableString.Invariant($"kim-{now.UtcTicks}"), verb, "kim");
        if (OperatorActions.Decide(slot, slot.Incident!.Id, action, now).Write is { } write)
            world.Table.Write(write);
    }

    // EventBridge invokes on schedule at least once, and now and then not at all («Creating a rule that runs on a schedule»).
    private void Sweep(DateTimeOffset due)
    {
        if (isOver)
            return;
        world.Agenda.In(Minute, () => Sweep(world.Agenda.Now));
        if (due < sweepsMissingUntil && !world.IsCalm)
            return;
        // Sweeps have no part in audits, and faults at their steps would prove nothing.
        if (world.Plan.Kind is HistoryKind.Audited or HistoryKind.AuditedAnyhow && !world.IsCalm)
            return;
        if (world.Chance.Happens(world.Odds.SweepMissing))
        {
            sweepsMissingUntil = due + TimeSpan.FromHours(1);
            return;
        }

        var tick = Shapes.Tick(due, "watchkeeper-SweepFunctionEveryMinute");
        world.Queue.Take(FunctionName.SweepFunction, tick, null);
        if (world.Chance.Happens(world.Odds.SweepTwice))
            world.Queue.Take(FunctionName.SweepFunction, tick, null);
    }

    private async Task CalmAsync()
    {
        world.StopFaults();
        if (world.Plan.HasVersions)
            await world.Versions.SettleAsync();
        quietUntil = await world.Silencers.SettleAsync() + Minute + Minute + world.Plan.Odds.Skew;
        restedFrom = world.Agenda.Now + Settling + world.Plan.Odds.Skew;
        Look();
    }

    private void Look()
    {
        var now = world.Agenda.Now;
        if (world.Bus.Underway == 0)
            calmSince ??= now;
        else
            restedFrom = now + Settling + world.Plan.Odds.Skew;
        var busy = world.Queue.Underway + world.Stream.Underway + world.Accounts.Started + world.Mails.Underway;
        // Each message that waited for its room writes rows when it goes, so that work comes and goes for as long as some wait.
        busySince = busy == 0 ? null : busySince ?? now;
        if (calmSince is { } since)
        {
            if (busy == 0 && world.Accounts.Unfinished == 0 && (now < restedFrom || now < quietUntil || now < world.Accounts.LastAnswered + Settling))
            {
                calmSince = now;
            }
            else if (busy == 0 && world.Accounts.Unfinished == 0)
            {
                if (!isAudited)
                {
                    (isAudited, calmSince) = (true, now);
                    Happen(new Occasion.AuditDue(now));
                }
                else if ((world.Plan.EndsQuietly || HasLostRecords) && !isQuiet)
                {
                    (isQuiet, calmSince) = (true, null);
                    RaceAgainstQuiet();
                    world.Agenda.In(HasLostRecords ? MendedWithin : QuietWithin, Look);
                    return;
                }
                else
                {
                    isOver = true;
                    return;
                }
            }
            else if (busySince is { } working && now - (working > since ? working : since) > RestWithin)
            {
                world.Break("I10 liveness", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{world.Queue.Underway} events, {world.Stream.Underway} records, {world.Accounts.Started} reactions and "
                        + $"{world.Mails.Underway} mails are under way {RestWithin} after faults stopped"));
            }
            else if (now - since > RetriedWithin + world.Odds.Skew + world.Room.TimeToCatchUp)
            {
                world.Break("I10 liveness", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{world.Accounts.Unfinished} messages wait {RetriedWithin} after faults stopped, such as "
                        + $"{world.Accounts.AnyUnfinished}"));
            }
        }

        world.Agenda.In(TimeSpan.FromSeconds(20), Look);
    }

    // An event arrives just as a sweep expires its incident.
    private void RaceAgainstQuiet()
    {
        var began = world.Agenda.Now;
        var sources = new Sources(world.Chance, ~world.Plan.Seed);
        foreach (var slot in world.Table.ListActive())
        {
            if (slot.Incident!.Subject.Kind is not SignalKind.Detection
                || world.Accounts.ById(slot.Last.EventId) is not { Actor: not null } account)
            {
                continue;
            }
            // Sweeps run at whole minutes, because the agenda began at one.
            var due = slot.NewestAt + world.Configuration.Lifecycle.QuietTime;
            var sweep = new DateTimeOffset((due.UtcTicks + Minute.Ticks - 1) / Minute.Ticks * Minute.Ticks, TimeSpan.Zero);
            var at = sweep + world.Chance.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
            if (at > began)
                world.Agenda.At(at, () => Happen(new Occasion.Sent(at, sources.Stop(account.Subject, at))));
        }
    }

    private HistoryResult Result()
    {
        var totals = world.Totals;
        totals.Histories = 1;
        totals.Steps = world.Steps;
        totals.MailFeedback = world.Mails.All.Count;
        totals.Invocations = world.Lambda.Invocations;
        totals.Deliveries = world.Steps + world.Lambda.Invocations;
        return new HistoryResult
        {
            Plan = world.Plan,
            Breach = world.Breach,
            Hash = world.Trace.Hash,
            Totals = totals,
            Steps = world.Steps,
            FaultableSteps = world.FaultableSteps,
            Faults = [.. world.Injected],
        };
    }
}

/// <summary>The result of a history.</summary>
internal sealed record HistoryResult
{
    public required HistoryPlan Plan { get; init; }

    public required Breach? Breach { get; init; }

    public required ulong Hash { get; init; }

    public required Totals Totals { get; init; }

    public required int Steps { get; init; }

    /// <summary>The number of steps before faults stopped.</summary>
    public required int FaultableSteps { get; init; }

    public required ImmutableArray<(int Step, FaultKind Kind, string Name)> Faults { get; init; }
}

using Watchkeeper.Configuration;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Invariants;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>The world of one history: everything outside the handlers, on one thread.</summary>
internal sealed class World
{
    private readonly IFaultPlan faults;
    private readonly DateTimeOffset began;
    private readonly Func<World, SandboxServices, IServices> seams;
    private readonly List<(int, FaultKind, string)> injected = [];

    public World(HistoryPlan plan, Action<string>? trace)
    {
        Plan = plan;
        Agenda = new Agenda(plan.Begin);
        began = Agenda.Now;
        Chance = new Chance(Chance.Seed(plan.Seed, 2));
        Odds = plan.Odds;
        faults = plan.Faults ?? new RandomFaults(new Chance(Chance.Seed(plan.Seed, 3)), plan.Odds);
        seams = plan.Bug is { } bug ? bug.Wrap : static (_, services) => services;
        Trace = new Trace(trace);
        HasReserve = Chance.Happens(Chance.Million / 2);
        var invariants = InvariantSet.Fresh();
        foreach (var invariant in invariants)
            invariant.World = this;
        Configuration = WatchkeeperConfiguration.Default(
            new(ChannelKind.Sns, Outside.SimulatedChannels.Topic), new(ChannelKind.Mail, Outside.SimulatedChannels.Mailbox)) with
        {
            Home = new Home(Shapes.Account, Shapes.Region),
            Reactions = new ReactionOptions
            {
                Mode = plan.Mode,
                PerHour = plan.PerHour,
                Cooldown = plan.Cooldown,
                Stopped = plan.IsStopped,
            },
        };
        if (plan.HasChat)
            Configuration = WithChat(Configuration);
        if (plan.HasQuiet)
            Configuration = QuietConfiguration.From(Configuration, plan);
        Accounts = new Accounts(this, invariants);
        Table = new SimulatedTable(Agenda, Accounts, Odds.ExpiryDelay);
        Stream = new TableStream(this);
        Lambda = new LambdaService(this);
        Queue = new EventQueue(this);
        Bus = new EventBus(this, Queue);
        Channels = new SimulatedChannels(this);
        Mails = new Mails(this);
        Scaling = new Scaling(this);
        Advisor = new Advisor(this);
        DeadLetters = new DeadLetterQueue(this);
        CloudWatch = new CloudWatch(this);
        Versions = new Versions(this);
        Room = new ChatRoom(this);
        Silencers = new Silencers(this);
        Standby = new Standby(this);
        Timers = new TimerQueue(this);
    }

    public HistoryPlan Plan { get; }

    public Agenda Agenda { get; }

    public Chance Chance { get; }

    public Trace Trace { get; }

    public Totals Totals { get; } = new();

    /// <summary>The current odds of faults; none after faults stopped.</summary>
    public Odds Odds { get; private set; }

    public bool IsCalm => CalmAt is not null;

    /// <summary>When faults stopped; null before that.</summary>
    public DateTimeOffset? CalmAt { get; private set; }

    /// <summary>Whether functions have reserved concurrency, as the template's condition says.</summary>
    public bool HasReserve { get; }

    public WatchkeeperConfiguration Configuration { get; }

    /// <summary>Whether a function may have decided under a version: the parameters', or an applied one.</summary>
    public bool IsVersionOf(FunctionName function, string? version)
    {
        var (parameters, detections) = (ConfigurationVersion.Of(Configuration), HandlerFactory.DetectionsOf(function));
        return version == ConfigurationVersion.Join(parameters, detections)
            || Versions.Applied.Any(each => version == ConfigurationVersion.Applied(each.Hash, parameters, detections));
    }

    public Accounts Accounts { get; }

    public SimulatedTable Table { get; }

    public TableStream Stream { get; }

    public LambdaService Lambda { get; }

    public EventQueue Queue { get; }

    public EventBus Bus { get; }

    public SimulatedChannels Channels { get; }

    public Mails Mails { get; }

    public Scaling Scaling { get; }

    public Advisor Advisor { get; }

    public DeadLetterQueue DeadLetters { get; }

    public CloudWatch CloudWatch { get; }

    public Versions Versions { get; }

    public ChatRoom Room { get; }

    public Standby Standby { get; }

    public TimerQueue Timers { get; }

    public Silencers Silencers { get; }

    /// <summary>The functions' metrics.</summary>
    public MetricCounts Counts { get; } = new();

    /// <summary>The invocation that acts right now; null for the world itself.</summary>
    public Work? Actor { get; private set; }

    /// <summary>The fault of the current call.</summary>
    public FaultKind ActingUnder { get; private set; }

    /// <summary>The first broken promise.</summary>
    public Breach? Breach { get; private set; }

    /// <summary>The number of steps across boundaries so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The number of steps before faults stopped.</summary>
    public int FaultableSteps { get; private set; }

    /// <summary>The injected faults and their steps.</summary>
    public IReadOnlyList<(int Step, FaultKind Kind, string Name)> Injected => injected;

    // Whoever is told of severe incidents is told in the chat room too.
    private static WatchkeeperConfiguration WithChat(WatchkeeperConfiguration usual)
    {
        const string standby = "standby";
        var severe = usual.Receivers[usual.Route.Routes[0].Receiver!];
        return usual with
        {
            Receivers = usual.Receivers
                .SetItem(severe.Name, severe with
                {
                    Channels = severe.Channels.Add(new Channel(ChannelKind.WechatRobot, ChatRoom.Address)),
                    Fallback = standby,
                })
                .Add(standby, new Receiver(standby, [new Channel(ChannelKind.Webhook, Outside.Standby.Address)])),
        };
    }

    public IServices Seams(SandboxServices services) => seams(this, services);

    public void StopFaults()
    {
        CalmAt = Agenda.Now;
        FaultableSteps = Steps;
        Room.Calm(Accounts.Unfinished);
        // Clocks are right from now on, but times that they wrote before, such as the end of a claim, keep their error.
        Odds = Odds.Calm with { Skew = Odds.Skew, ExpiryDelay = Odds.ExpiryDelay };
        Trace.Record(Agenda.Now, 0, "faults stop", "");
    }

    public FaultKind FaultAt(FunctionName function, string step)
    {
        var number = Steps++;
        if (IsCalm)
            return FaultKind.None;
        var fault = faults.At(number, step);
        if (Odds.Outage?.Has(step, Agenda.Now - began) ?? false)
        {
            Totals.Faults[(int)FaultKind.Error]++;
            return FaultKind.Error;
        }

        // Its adapter does not retry.
        if (fault is FaultKind.DoneTwice && step == "scaling.perform")
            fault = FaultKind.DoneUnanswered;
        if (fault is FaultKind.None)
            return fault;
        Totals.Faults[(int)fault]++;
        injected.Add((number, fault, step));
        return fault;
    }

    /// <summary>Whether a fault hit a process that sends notifications.</summary>
    public bool NotifierWasHurt { get; private set; }

    /// <summary>Whether a fault hit a process that receives mail feedback.</summary>
    public bool FeedbackWasHurt { get; private set; }

    /// <summary>Records a fault in an invocation.</summary>
    public void Hurt(Work work, FunctionName function)
    {
        work.IsHurt = true;
        work.Sandbox?.HurtAt = Agenda.Now;
        NotifierWasHurt |= function is FunctionName.NotifyFunction;
        FeedbackWasHurt |= function is FunctionName.FeedbackFunction;
    }

    public T Acting<T>(Work work, FaultKind fault, Func<T> act)
    {
        var (actor, under) = (Actor, ActingUnder);
        (Actor, ActingUnder) = (work, fault);
        try
        {
            return act();
        }
        finally
        {
            (Actor, ActingUnder) = (actor, under);
        }
    }

    public void Acting(Work work, FaultKind fault, Action act) => Acting(work, fault, () =>
    {
        act();
        return true;
    });

    /// <summary>The duration of a call: some milliseconds, now and then seconds.</summary>
    public TimeSpan Latency() =>
        TimeSpan.FromMilliseconds(Chance.Below(200) == 0 ? Chance.Between(20, 3_000) : Chance.Between(1, 20));

    public TimeSpan Skew() => Odds.Skew == TimeSpan.Zero ? TimeSpan.Zero : Chance.Between(-Odds.Skew, Odds.Skew);

    /// <summary>A handler threw an exception: an injected one, or a defect of its own.</summary>
    public void Met(Exception exception, FunctionName function)
    {
        if (exception is not (InjectedException or TimeoutException or OperationCanceledException or ContentionException))
            Break("I0 handlers do not fail by themselves", $"{function}: {exception}");
    }

    public void Break(string invariant, string words) =>
        Breach ??= new Breach(invariant, words, Agenda.Now, Steps, Totals.Events);

    /// <summary>Observes a task of the world, which must not fail.</summary>
    public async void Watch(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception exception)
        {
            Break("the world itself", exception.ToString());
        }
    }
}

/// <summary>A broken promise.</summary>
/// <param name="Invariant">The name of the invariant.</param>
/// <param name="Description">What the invariant observed.</param>
/// <param name="At">The simulated time.</param>
/// <param name="Step">The number of steps before it.</param>
/// <param name="Events">The number of events before it.</param>
internal sealed record Breach(string Invariant, string Description, DateTimeOffset At, int Step, long Events);

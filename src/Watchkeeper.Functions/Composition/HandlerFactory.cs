using Watchkeeper.Configuration;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Handlers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Reacting;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Composition;

/// <summary>Puts a function together from its ports, by hand: a dozen objects need no container.</summary>
public sealed class HandlerFactory(IServices ports, WatchkeeperConfiguration configuration)
{
    /// <summary>The handler of a function.</summary>
    public IHandler Create(FunctionName function) => function switch
    {
        FunctionName.AlarmFunction => Intake(function, SignalSource.Alarm, SignalParsers.Alarm),
        FunctionName.TrailFunction => Intake(function, SignalSource.Trail, SignalParsers.Trail(new DetectionMatcher(DetectionCatalogue.All))),
        FunctionName.HealthFunction => Intake(function, SignalSource.Health, SignalParsers.Health),
        FunctionName.AdvisorFunction => Advisor(),
        FunctionName.NotifyFunction => Stream(function, Notify()),
        FunctionName.ReactFunction => Stream(function, React()),
        FunctionName.FeedbackFunction => Feedback(),
        FunctionName.SweepFunction => Sweep(),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "no such function"),
    };

    private IntakeHandler Intake(FunctionName function, SignalSource source, SignalParser read)
    {
        var observer = new IntakeObserver(source, ports.MetricsOf(function), ports.LogOf(function));
        var intake = new SignalIntake(ports.Slots, configuration, ports.Time);
        return new IntakeHandler(
            function,
            new EventIntake(function, read, intake, new GoneResources(ports.Slots, intake), ports.DeadLetters, observer, ports.Time),
            ports.Time);
    }

    private StreamHandler Stream(FunctionName function, IChangeConsumer consumer) =>
        new(function, consumer, ports.DeadLetters, ports.LogOf(function), ports.Time);

    private NotifyConsumer Notify() =>
        new(Notifier(), Observer(FunctionName.NotifyFunction), ports.LogOf(FunctionName.NotifyFunction));

    private ReactConsumer React() => new(
        new Reactor(ports.Ledger, ports.Scaling, ports.Alarms, configuration, ports.Time),
        ports.MetricsOf(FunctionName.ReactFunction),
        ports.LogOf(FunctionName.ReactFunction));

    private FeedbackHandler Feedback()
    {
        const FunctionName function = FunctionName.FeedbackFunction;
        var observer = new FeedbackObserver(ports.MetricsOf(function), ports.LogOf(function));
        return new FeedbackHandler(new FeedbackIntake(ports.Notifications, ports.DeadLetters, observer, ports.Time), ports.Time);
    }

    private AdvisorHandler Advisor()
    {
        const FunctionName function = FunctionName.AdvisorFunction;
        var observer = new IntakeObserver(SignalSource.Audit, ports.MetricsOf(function), ports.LogOf(function));
        var intake = new SignalIntake(ports.Slots, configuration, ports.Time);
        var recorder = new FindingRecorder(ports.Slots, intake, observer, ports.Time);
        var run = new AdvisorRun(ports.Advisor, recorder, ports.Time);
        return new AdvisorHandler(run, Ticks(function), configuration.Home, ports.LogOf(function), ports.Time);
    }

    private SweepHandler Sweep()
    {
        const FunctionName function = FunctionName.SweepFunction;
        var log = ports.LogOf(function);
        var sweeper = new Sweeper(
            ports.Slots, ports.Notifications, Notifier(), ports.Alarms, ports.Scaling, ports.MetricsOf(function), log, configuration, ports.Time);
        return new SweepHandler(sweeper, Ticks(function), log, ports.Time);
    }

    private ScheduledEventIntake Ticks(FunctionName function) => new(function, ports.DeadLetters, ports.LogOf(function), ports.Time);

    private Notifier Notifier() => new(ports.Notifications, ports.Channels, configuration, ports.Time);

    private NotifyObserver Observer(FunctionName function) =>
        new(ports.MetricsOf(function), ports.LogOf(function), ports.Time);
}

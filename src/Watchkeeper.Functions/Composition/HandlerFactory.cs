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
/// <param name="services">The ports.</param>
/// <param name="configuration">The configuration; its version need not be set.</param>
public sealed class HandlerFactory(IServices services, WatchkeeperConfiguration configuration)
{
    /// <summary>The version of the detections that a function evaluates; empty if it evaluates none.</summary>
    /// <param name="function">The function.</param>
    /// <param name="applied">The hash of the user's own detections (<see cref="DetectionSet.Hash"/>); empty without.</param>
    public static string DetectionsOf(FunctionName function, string applied = "") =>
        function is FunctionName.TrailFunction ? DetectionSet.VersionOf(applied) : "";

    /// <summary>The handler of a function.</summary>
    public IHandler Create(FunctionName function) => function switch
    {
        FunctionName.AlarmFunction => Intake(function, SignalSource.Alarm, SignalParsers.Alarm),
        FunctionName.TrailFunction => Trail(),
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
        var intake = Intake(function, source, read, configuration.WithVersion());
        return new IntakeHandler(function, _ => ValueTask.FromResult(intake), services.Time);
    }

    private IntakeHandler Trail()
    {
        const FunctionName function = FunctionName.TrailFunction;
        var detections = new DetectionsInForce(
            services.Detections,
            set => Intake(
                function, SignalSource.Trail, SignalParsers.Trail(set.CreateMatcher(configuration.OwnRoles)),
                configuration.WithVersion(set.Version)),
            services.MetricsOf(function), services.LogOf(function), services.Time);
        return new IntakeHandler(function, detections.IntakeAsync, services.Time);
    }

    private EventIntake Intake(
        FunctionName function, SignalSource source, SignalParser read, WatchkeeperConfiguration versioned)
    {
        var observer = new IntakeObserver(source, services.MetricsOf(function), services.LogOf(function));
        var intake = new SignalIntake(services.Slots, versioned, services.Time);
        return new EventIntake(
            function, read, intake, new EventCounter(services.Counts), new GoneResources(services.Slots, intake),
            services.DeadLetters, services.Events, observer, services.Time);
    }

    private StreamHandler Stream(FunctionName function, IChangeConsumer consumer) =>
        new(
            function, consumer, services.DeadLetters, services.MetricsOf(function), services.LogOf(function), services.Time);

    private NotifyConsumer Notify() =>
        new(
            Notifier(FunctionName.NotifyFunction), services.Notifications, services.Events, Observer(FunctionName.NotifyFunction),
            services.LogOf(FunctionName.NotifyFunction), services.Time);

    private ReactConsumer React() => new(
        new Reactor(services.Ledger, services.Scaling, services.Alarms, configuration, services.Time),
        services.MetricsOf(FunctionName.ReactFunction),
        services.LogOf(FunctionName.ReactFunction));

    private FeedbackHandler Feedback()
    {
        const FunctionName function = FunctionName.FeedbackFunction;
        var observer = new FeedbackObserver(services.MetricsOf(function), services.LogOf(function));
        return new FeedbackHandler(
            new FeedbackIntake(services.Notifications, services.DeadLetters, services.Events, observer, services.Time),
            services.Time);
    }

    private AdvisorHandler Advisor()
    {
        const FunctionName function = FunctionName.AdvisorFunction;
        var observer = new IntakeObserver(SignalSource.Audit, services.MetricsOf(function), services.LogOf(function));
        var intake = new SignalIntake(services.Slots, configuration.WithVersion(), services.Time);
        var recorder = new FindingRecorder(services.Slots, intake, observer, services.Time);
        var run = new AdvisorRun(services.Advisor, recorder, services.Time);
        return new AdvisorHandler(run, Ticks(function), configuration.Home, services.LogOf(function), services.Time);
    }

    private SweepHandler Sweep()
    {
        const FunctionName function = FunctionName.SweepFunction;
        var log = services.LogOf(function);
        var sweeper = new Sweeper(
            services.Slots, services.Notifications, Notifier(function), services.Alarms, services.Scaling,
            services.MetricsOf(function), log, configuration.WithVersion(), services.Time);
        return new SweepHandler(sweeper, Ticks(function), log, services.Time);
    }

    private ScheduledEventIntake Ticks(FunctionName function) =>
        new(function, services.DeadLetters, services.MetricsOf(function), services.LogOf(function), services.Time);

    private Notifier Notifier(FunctionName function)
    {
        var words = new WordsInForce(
            services.Detections, services.MetricsOf(function), services.LogOf(function), services.Time);
        return new Notifier(services.Notifications, services.Channels, configuration, services.Time)
        {
            Words = words.ForAsync,
        };
    }

    private NotifyObserver Observer(FunctionName function) =>
        new(services.MetricsOf(function), services.LogOf(function), services.Time);
}

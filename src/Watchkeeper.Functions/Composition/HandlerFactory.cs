using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Functions.Grouping;
using Watchkeeper.Functions.Handlers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Reacting;
using Watchkeeper.Functions.Schedules;
using Watchkeeper.Functions.Suppressing;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Composition;

/// <summary>Puts a function together from its ports, by hand: a dozen objects need no container.</summary>
/// <param name="services">The ports.</param>
/// <param name="parameters">The configuration of the template's parameters; its version need not be set.</param>
public sealed class HandlerFactory(IServices services, WatchkeeperConfiguration parameters)
{
    /// <summary>Reads an applied version's content. Default: <see cref="ConfigurationReader.Read"/>.</summary>
    public ReadConfiguration Read { get; init; } = ConfigurationReader.Read;

    /// <summary>
    /// Waits for a time within an invocation. Default: null, where what is due later is left to the next scheduled event.
    /// </summary>
    public Func<TimeSpan, CancellationToken, Task>? Pause { get; init; }

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
        FunctionName.ReactFunction => Stream(function, current => React(current.Configuration)),
        FunctionName.FeedbackFunction => Feedback(),
        FunctionName.SweepFunction => Sweep(),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "no such function"),
    };

    private IntakeHandler Intake(FunctionName function, SignalSource source, SignalParser read)
    {
        var intake = For(function, current => Intake(function, source, read, current.WithVersion()));
        return new IntakeHandler(function, intake.GetAsync, services.Time);
    }

    private IntakeHandler Trail()
    {
        const FunctionName function = FunctionName.TrailFunction;
        var detections = new DetectionsInForce(
            InForce(function),
            services.Detections,
            (set, current) => Intake(
                function, SignalSource.Trail, SignalParsers.Trail(Matcher(set, current.Configuration)),
                current.WithVersion(set.Version)),
            services.MetricsOf(function), services.LogOf(function), services.Time);
        return new IntakeHandler(function, detections.IntakeAsync, services.Time);
    }

    private static DetectionMatcher Matcher(DetectionSet set, WatchkeeperConfiguration current) =>
        set.CreateMatcher(current.OwnRoles, current.Detections);

    private ConfigurationInForce InForce(FunctionName function) =>
        new(
            services.Configurations, parameters, Read, services.MetricsOf(function), services.LogOf(function), services.Time)
        {
            MaxAge = function is FunctionName.SweepFunction
                ? ConfigurationInForce.MaxAgeBetweenTicks
                : ConfigurationInForce.DefaultMaxAge,
        };

    private ByConfiguration<T> For<T>(FunctionName function, Func<DecidingConfiguration, T> create)
        where T : class => new(InForce(function), create);

    private EventIntake Intake(
        FunctionName function, SignalSource source, SignalParser read, WatchkeeperConfiguration versioned)
    {
        var observer = new IntakeObserver(source, services.MetricsOf(function), services.LogOf(function));
        var intake = new SignalIntake(services.Slots, versioned, services.Time);
        return new EventIntake(
            function, read, intake, new EventCounter(services.Counts), new GoneResources(services.Slots, intake),
            services.DeadLetters, services.Events, observer, services.Time);
    }

    private StreamHandler Stream(FunctionName function, Func<DecidingConfiguration, IChangeConsumer> create) =>
        new(
            function, For(function, create).GetAsync, services.DeadLetters,
            services.MetricsOf(function), services.LogOf(function), services.Time);

    private Func<DecidingConfiguration, IChangeConsumer> Notify()
    {
        const FunctionName function = FunctionName.NotifyFunction;
        var words = Words(function);
        var suppressions = new SuppressionsInForce(services.Slots, Silences(function), services.Time);
        return current => new NotifyConsumer(
            Notifier(function, words, current, suppressions), services.Notifications, services.Events, Observer(function),
            services.LogOf(function), services.Time);
    }

    private ReactConsumer React(WatchkeeperConfiguration current) => new(
        new Reactor(services.Ledger, services.Scaling, services.Alarms, current, services.Time),
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
        var runs = For(function, current =>
        {
            var intake = new SignalIntake(services.Slots, current.WithVersion(), services.Time);
            return new AdvisorRun(
                services.Advisor, new FindingRecorder(services.Slots, intake, observer, services.Time), services.Time)
            {
                Settings = current.Configuration.Advisor,
            };
        });
        return new AdvisorHandler(
            runs.GetAsync, Ticks(function), parameters.Home, services.LogOf(function), services.Time);
    }

    private SweepHandler Sweep()
    {
        const FunctionName function = FunctionName.SweepFunction;
        var log = services.LogOf(function);
        var words = Words(function);
        var silences = Silences(function);
        var configurations = InForce(function);
        var sweepers = new ByConfiguration<Sweeper>(configurations, current => new Sweeper(
            services.Slots, services.Notifications, Notifier(function, words, current), services.Alarms, services.Scaling,
            services.MetricsOf(function), log, current.WithVersion(), services.Time)
        {
            Watch = new ConfigurationWatch(configurations, parameters.Home),
            Silences = silences,
            Groups = services.Groups,
            Recount = new NightlyRecount(services.Queries, parameters.Home, services.Time),
            Pause = Pause,
        });
        var timers = new TimerIntake(
            function, Timers(function), services.DeadLetters, services.MetricsOf(function), log, services.Time);
        return new SweepHandler(sweepers.GetAsync, Ticks(function), timers, log, services.Time);
    }

    private ScheduledEventIntake Ticks(FunctionName function) =>
        new(function, services.DeadLetters, services.MetricsOf(function), services.LogOf(function), services.Time);

    private WordsInForce Words(FunctionName function) =>
        new(services.Detections, services.MetricsOf(function), services.LogOf(function), services.Time);

    private SilencesInForce Silences(FunctionName function) =>
        new(services.Silences, services.MetricsOf(function), services.LogOf(function), services.Time);

    // A sweep decides about no change, and looks at what is held by itself.
    private Notifier Notifier(
        FunctionName function, WordsInForce words, DecidingConfiguration current, SuppressionsInForce? suppressions = null) =>
        new(services.Notifications, services.Channels, current.Configuration, services.Time)
        {
            Applied = current.Applied,
            Words = (entry, cancellationToken) =>
                words.ForAsync(entry, current.Configuration.Detections.List, cancellationToken),
            Suppressions = suppressions,
            Groups = new GroupWaits(services.Groups, services.Time) { Timers = Timers(function) },
            Secrets = services.Secrets,
            Paces = services.Paces,
        };

    private GroupTimerSetter? Timers(FunctionName function) => services.GroupTimers is { } timers
        ? new GroupTimerSetter(timers, services.MetricsOf(function), services.LogOf(function), services.Time)
        : null;

    private NotifyObserver Observer(FunctionName function) =>
        new(services.MetricsOf(function), services.LogOf(function), services.Time);
}

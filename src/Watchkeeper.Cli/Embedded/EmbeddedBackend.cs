using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The whole system in this process: SQLite for the table, files for messages and dead letters, and the real handlers.
/// </summary>
internal sealed class EmbeddedBackend : IBackend
{
    private readonly MachineFault fault;
    private readonly EmbeddedDatabase database;
    private readonly FileDeadLetters deadLetters;
    private readonly FileStream log;
    private readonly LocalChannels channels;
    private readonly EmbeddedServices services;
    private readonly EmbeddedTimers? timers;
    private readonly LocalLambda lambda;
    private readonly PhysicalNames names;
    private readonly EmbeddedAlarms alarms;
    private readonly EmbeddedApplication application;
    private readonly TimeProvider time;
    private readonly Action<string> note;
    private bool hasNoted;

    private EmbeddedBackend(
        TemplateWiring wiring, string place, EmbeddedApplication application, EmbeddedAlarms alarms, TimeProvider time,
        Action<string> note)
    {
        (Place, this.application, this.alarms, this.time, this.note) = (place, application, alarms, time, note);
        fault = new MachineFault(place);
        Directory.CreateDirectory(place);
        database = EmbeddedDatabase.Open(Path.Combine(place, "watchkeeper.db"));
        database.Fault = fault;
        deadLetters = new FileDeadLetters(Path.Combine(place, "dead-letters"));
        log = new FileStream(Path.Combine(place, "functions.log"), FileMode.Append, FileAccess.Write, FileShare.Read);
        channels = new LocalChannels(Path.Combine(place, "messages"), time, WebhookTopicOf(wiring));
        timers = wiring.QueueMappings
            .Select(each => new EmbeddedTimers(each, wiring.Names.Attribute("AWS::SQS::Queue", each.Queue, "Arn")!)).SingleOrDefault();
        services = new EmbeddedServices(
            database, deadLetters, [.. channels.All.Select(channel => new WatchedChannel(channel, fault))],
            application.Scaling(), application.Support(time), alarms, application.Secrets, new LineOutput(log), time)
        {
            IsWhole = application.IsWhole,
            GroupTimers = timers,
            LeftOut = NoteOnce,
        };
        names = wiring.Names;
        var functions = wiring.Functions.ToImmutableDictionary(
            each => each.LogicalId, each => (IFunction)Function(each, time), StringComparer.Ordinal);
        Changes = new EmbeddedChanges(new ChangeTable(database), time);
        lambda = new LocalLambda(wiring, functions, Changes, deadLetters, time);
    }

    /// <inheritdoc/>
    public string Name => "embedded";

    /// <inheritdoc/>
    public string Place { get; }

    /// <summary>The new path of an earlier version's data, which this version does not read; null if there was none.</summary>
    public string? KeptAside => database.KeptAside;

    /// <inheritdoc/>
    public ISlotStore Slots => services.Slots;

    /// <inheritdoc/>
    public IChangeSource Changes { get; }

    /// <summary>The timelines.</summary>
    public INotificationLog Notifications => services.Notifications;

    /// <inheritdoc/>
    public AppliedDetectionStore Detections => services.Detections;

    /// <inheritdoc/>
    public ConfigurationStore Configurations => services.Configurations;

    /// <summary>Opens the backend in a folder, and creates the folder if necessary.</summary>
    /// <exception cref="RunException">The template's settings prevent a function from starting.</exception>
    public static EmbeddedBackend Open(
        TemplateWiring wiring, string place, EmbeddedApplication application, EmbeddedAlarms alarms, TimeProvider time,
        Action<string>? note = null) =>
        new(wiring, place, application, alarms, time, note ?? (_ => { }));

    /// <summary>From now on events come that the story's application need not describe.</summary>
    public void GoLive() => services.IsWhole = application is { IsWhole: true, IsOfStory: false };

    /// <inheritdoc/>
    public void Observe(ReadOnlyMemory<byte> payload) => alarms.Observe(payload, time.GetUtcNow());

    /// <inheritdoc/>
    public Task<FunctionResponse> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        fault.RunAsync(cancellation => lambda.InvokeAsync(function, payload, cancellation), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SettleAsync(CancellationToken cancellationToken) =>
        fault.RunAsync(lambda.SettleAsync, cancellationToken);

    /// <inheritdoc/>
    public bool HasRunClock => true;

    /// <inheritdoc/>
    public DateTimeOffset? NextTimer => timers?.Next;

    /// <inheritdoc/>
    public Task<FunctionEvent?> TakeTimersAsync(CancellationToken cancellationToken) =>
        Task.FromResult(timers?.Take(time.GetUtcNow()));

    /// <inheritdoc/>
    public string Keep(DeadLetter deadLetter) => deadLetters.Keep(deadLetter);

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> NewDeadLettersAsync(CancellationToken cancellationToken) =>
        Task.FromResult(deadLetters.TakeNew());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await channels.DisposeAsync();
        try
        {
            await log.DisposeAsync();
        }
        catch (IOException unwritten) when (fault.Caused(unwritten))
        {
            // What the log could not hold was said already.
        }

        database.Dispose();
        fault.Dispose();
    }

    private void NoteOnce(ReactionRecord record)
    {
        if (hasNoted)
            return;
        hasNoted = true;
        note(
            $"{record.Incident.Subject.Resource} is in no group of {application.Folder}, so {record.Reaction} is left out. "
            + $"Describe your groups in {application.GroupsToDescribe}, as «aws autoscaling describe-auto-scaling-groups» prints "
            + "them.");
    }

    private InProcessFunction Function(FunctionWiring wiring, TimeProvider time)
    {
        var settings = FunctionSettingsOf.Environment(wiring, names);
        var handler = new HandlerFactory(services, settings.Configuration()).Create(settings.Function);
        return new InProcessFunction(
            FunctionSettingsOf.Wiring(wiring, names),
            (payload, context) => fault.WatchAsync(() => handler.HandleAsync(payload, context)),
            time);
    }

    private static string? WebhookTopicOf(TemplateWiring wiring) => wiring.Functions
        .Select(each => each.Environment.GetValueOrDefault("WATCHKEEPER_WEBHOOK_TOPIC_ARN"))
        .FirstOrDefault(each => each is not null);
}

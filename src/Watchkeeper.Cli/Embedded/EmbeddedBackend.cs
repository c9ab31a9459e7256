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
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// The whole system in this process: SQLite for the table, files for messages and dead letters, and the real handlers.
/// </summary>
internal sealed class EmbeddedBackend : IBackend
{
    private readonly EmbeddedDatabase database;
    private readonly FileDeadLetters deadLetters;
    private readonly FileStream log;
    private readonly EmbeddedServices services;
    private readonly LocalLambda lambda;
    private readonly PhysicalNames names;
    private readonly EmbeddedAlarms alarms;
    private readonly TimeProvider time;

    private EmbeddedBackend(
        TemplateWiring wiring, string place, EmbeddedApplication application, EmbeddedAlarms alarms, TimeProvider time)
    {
        (Place, this.alarms, this.time) = (place, alarms, time);
        Directory.CreateDirectory(place);
        database = EmbeddedDatabase.Open(Path.Combine(place, "watchkeeper.db"));
        deadLetters = new FileDeadLetters(Path.Combine(place, "dead-letters"));
        log = new FileStream(Path.Combine(place, "functions.log"), FileMode.Append, FileAccess.Write, FileShare.Read);
        services = new EmbeddedServices(
            database, deadLetters, FileChannels.Create(Path.Combine(place, "messages"), time, WebhookTopicOf(wiring)),
            application.Scaling(), application.Support(time), alarms, new LineOutput(log), time);
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

    /// <summary>Opens the backend in a folder, and creates the folder if necessary.</summary>
    /// <exception cref="RunException">The template's settings prevent a function from starting.</exception>
    public static EmbeddedBackend Open(
        TemplateWiring wiring, string place, EmbeddedApplication application, EmbeddedAlarms alarms, TimeProvider time) =>
        new(wiring, place, application, alarms, time);

    /// <inheritdoc/>
    public void Observe(ReadOnlyMemory<byte> payload) => alarms.Observe(payload, time.GetUtcNow());

    /// <inheritdoc/>
    public Task<FunctionResponse> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        lambda.InvokeAsync(function, payload, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SettleAsync(CancellationToken cancellationToken) => lambda.SettleAsync(cancellationToken);

    /// <inheritdoc/>
    public string Keep(DeadLetter deadLetter) => deadLetters.Keep(deadLetter);

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> NewDeadLettersAsync(CancellationToken cancellationToken) =>
        Task.FromResult(deadLetters.TakeNew());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync();
        database.Dispose();
    }

    private InProcessFunction Function(FunctionWiring wiring, TimeProvider time)
    {
        var settings = FunctionSettingsOf.Environment(wiring, names);
        var handler = new HandlerFactory(services, settings.Configuration()).Create(settings.Function);
        return new InProcessFunction(FunctionSettingsOf.Wiring(wiring, names), handler.HandleAsync, time);
    }

    private static string? WebhookTopicOf(TemplateWiring wiring) => wiring.Functions
        .Select(each => each.Environment.GetValueOrDefault("WATCHKEEPER_WEBHOOK_TOPIC_ARN"))
        .FirstOrDefault(each => each is not null);
}

using System.Collections.Immutable;
using Amazon.Runtime;
using Amazon.SQS;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.DeadLetters;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Runs the executables as Lambda does, each in its own process, against DynamoDB Local and moto.</summary>
internal sealed class EmulatorBackend : IBackend
{
    private readonly ImmutableArray<FunctionProcess> processes;
    private readonly LocalLambda lambda;
    private readonly FileDeadLetters deadLetters;
    private readonly FunctionLog log;
    private readonly AmazonSQSClient sqs;
    private readonly ImmutableArray<string> queues;
    private readonly EmulatedTimers? timers;
    private readonly EmbeddedAlarms alarms;
    private readonly MotoAlarms shown;
    private readonly EmulatedMessages messages;
    private readonly TimeProvider time;

    /// <summary>Creates the backend over prepared emulators. Each process starts with its first event.</summary>
    public EmulatorBackend(
        EmulatedWorld world, TemplateWiring wiring, FunctionExecutable executable, EmbeddedAlarms alarms, string place,
        TimeProvider time)
    {
        (Place, this.alarms, this.time) = (place, alarms, time);
        Directory.CreateDirectory(place);
        shown = new MotoAlarms(place);
        shown.Show(alarms);
        messages = new EmulatedMessages(place, world.Receiver);
        deadLetters = new FileDeadLetters(Path.Combine(place, "dead-letters"));
        log = new FunctionLog(Path.Combine(place, "functions.log"));
        var credentials = new BasicAWSCredentials("local", "local");
        sqs = new AmazonSQSClient(
            credentials, new AmazonSQSConfig { ServiceURL = world.MotoUrl, AuthenticationRegion = world.Region });
        timers = wiring.QueueMappings.Select(each => new EmulatedTimers(sqs, each, wiring.Names, time)).SingleOrDefault();
        var fed = wiring.QueueMappings.Select(each => each.Queue).ToImmutableHashSet(StringComparer.Ordinal);
        queues = [.. wiring.Queues.Where(queue => !fed.Contains(queue)).Select(queue => wiring.Names.Reference("AWS::SQS::Queue", queue))];
        var table = new DynamoDbTable(world.DynamoDb, wiring.Tables.Single().LogicalId, time);
        Slots = new SlotStore(table, new LifecycleOptions().SlotRetention);
        Changes = world.Stream;
        Detections = new AppliedDetectionStore(table);
        Configurations = new ConfigurationStore(table, time);
        processes =
        [
            .. wiring.Functions.Select(each =>
                new FunctionProcess(world.SettingsOf(each, wiring.Names), executable, time, log.Write))
        ];
        lambda = new LocalLambda(
            wiring, processes.ToImmutableDictionary(each => each.Name, each => (IFunction)each, StringComparer.Ordinal),
            world.Stream, deadLetters, time);
    }

    /// <inheritdoc/>
    public string Name => "emulators";

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public ISlotStore Slots { get; }

    /// <inheritdoc/>
    public IChangeSource Changes { get; }

    /// <inheritdoc/>
    public AppliedDetectionStore Detections { get; }

    /// <inheritdoc/>
    public ConfigurationStore Configurations { get; }

    /// <inheritdoc/>
    public void Observe(ReadOnlyMemory<byte> payload)
    {
        alarms.Observe(payload, time.GetUtcNow());
        shown.Show(alarms);
    }

    /// <inheritdoc/>
    public Task<FunctionResponse> InvokeAsync(
        string function, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        lambda.InvokeAsync(function, payload, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SettleAsync(CancellationToken cancellationToken) => lambda.SettleAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<FunctionEvent?> TakeTimersAsync(CancellationToken cancellationToken) =>
        timers?.TakeAsync(cancellationToken) ?? Task.FromResult<FunctionEvent?>(null);

    /// <inheritdoc/>
    public string DetailOf(NotificationRecord record, Delivery delivery) => messages.DetailOf(record, delivery);

    /// <inheritdoc/>
    public string Keep(DeadLetter deadLetter) => deadLetters.Keep(deadLetter);

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> NewDeadLettersAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in queues)
        {
            await foreach (var deadLetter in EmulatedQueue.ReceiveAsync(sqs, queue, cancellationToken))
                deadLetters.Keep(deadLetter);
        }

        return deadLetters.TakeNew();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
            await process.DisposeAsync();
        sqs.Dispose();
        messages.Dispose();
        log.Dispose();
    }
}

using System.Collections.Immutable;
using Amazon;
using Amazon.AutoScaling;
using Amazon.AWSSupport;
using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.SecretsManager;
using Amazon.SimpleEmail;
using Amazon.SimpleNotificationService;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;
using Microsoft.Extensions.Logging;
using Watchkeeper.Alarms;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Alarms;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Aws.DeadLetters;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Aws.Scaling;
using Watchkeeper.Aws.Secrets;
using Watchkeeper.Aws.Support;
using Watchkeeper.Aws.Timers;
using Watchkeeper.Channels;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Configuration;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Watchkeeper.Secrets;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Composition;

/// <summary>AWS itself. Lives as long as the process.</summary>
internal sealed class AwsServices : IServices, IDisposable
{
    private readonly Settings settings;
    private readonly WatchkeeperConfiguration configuration;
    private readonly AwsConnections connections;
    private readonly LineOutput output;
    private readonly Lazy<DynamoDbTable> table;
    private readonly Lazy<WebhookClient> webhooks;
    private readonly Lazy<IAmazonSQS> timers;

    /// <summary>Sets nothing up yet.</summary>
    public AwsServices(Settings settings, WatchkeeperConfiguration configuration, LineOutput output, TimeProvider time)
    {
        (this.settings, this.configuration, this.output, Time) = (settings, configuration, output, time);
        connections = new AwsConnections(settings.Trust);
        table = new Lazy<DynamoDbTable>(() => new DynamoDbTable(DynamoDb(), settings.Table, time));
        webhooks = new Lazy<WebhookClient>(Webhooks);
        timers = new Lazy<IAmazonSQS>(() => Sqs(retries: 1));
        Secrets = new SecretsInMemory(new AwsSecrets(ParameterStore(), SecretsManager(), time), time);
    }

    /// <inheritdoc/>
    public TimeProvider Time { get; }

    /// <inheritdoc/>
    public ISlotStore Slots => new SlotStore(table.Value, configuration.Lifecycle.SlotRetention) { SetAside = SetAsideAsync };

    /// <inheritdoc/>
    public CountStore Counts => new(table.Value, Time);

    /// <inheritdoc/>
    public AppliedDetectionStore Detections => new(table.Value);

    /// <inheritdoc/>
    public ConfigurationStore Configurations => new(table.Value, Time);

    /// <inheritdoc/>
    public SilenceStore Silences => new(table.Value, configuration.HistoryRetention, Time);

    /// <inheritdoc/>
    public INotificationLog Notifications =>
        new NotificationLog(table.Value, configuration.HistoryRetention) { SetAside = SetAsideAsync };

    /// <inheritdoc/>
    public AddressPaces Paces => new(table.Value);

    /// <inheritdoc/>
    public GroupStore Groups => new(table.Value);

    /// <inheritdoc/>
    public IGroupTimers? GroupTimers =>
        settings.TimerUrl is { } queue ? new SqsGroupTimers(timers, queue) : null;

    /// <inheritdoc/>
    public EventLog Events => new(table.Value);

    /// <inheritdoc/>
    public IncidentQueries Queries => new(table.Value, Time);

    /// <inheritdoc/>
    public IReactionLedger Ledger => new ReactionLedger(table.Value, configuration.HistoryRetention, Time);

    /// <inheritdoc/>
    public IAdvisor Advisor => new FormerSnapshots(table.Value, new TrustedAdvisor(Support(), Time));

    /// <inheritdoc/>
    public IDeadLetters DeadLetters => new SqsDeadLetters(
        new Lazy<IAmazonSQS>(() => Sqs(retries: 2)),
        settings.DeadLetterUrl);

    /// <inheritdoc/>
    public ImmutableArray<IMessageChannel> Channels => [.. ChannelsInUse()];

    /// <inheritdoc/>
    public SecretsInMemory Secrets { get; }

    /// <inheritdoc/>
    public IScaling Scaling => new AutoScalingGroups(AutoScaling(retries: 2), AutoScaling(retries: 0));

    /// <inheritdoc/>
    public IAlarmInventory Alarms => new CloudWatchAlarms(
        new AmazonCloudWatchClient(AwsConnections.Credentials(), connections.Configure(new AmazonCloudWatchConfig())),
        Time,
        problem => Log.AlarmsLeftOut(LogOf(settings.Function), problem));

    /// <inheritdoc/>
    public ILogger LogOf(FunctionName function) => new JsonLogger(
        output, Time, function.ToString(), JsonLogger.LevelOf(Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL")));

    /// <inheritdoc/>
    public Metrics MetricsOf(FunctionName function) => new(output, Time, function.ToString());

    /// <inheritdoc/>
    public void Dispose()
    {
        connections.Dispose();
        if (webhooks.IsValueCreated)
            webhooks.Value.Dispose();
    }

    private IEnumerable<IMessageChannel> ChannelsInUse()
    {
        var credentials = AwsConnections.Credentials();
        // Without a topic of the template too: receivers of the configuration may name topics.
        var sns = new AmazonSimpleNotificationServiceClient(
            credentials, connections.Configure(new AmazonSimpleNotificationServiceConfig()));
        foreach (var kind in SnsChannel.Kinds)
            yield return new SnsChannel(sns, settings.WebhookTopicArn, kind);
        if (settings.MailFrom is { } sender)
        {
            yield return new SesChannel(new AmazonSimpleEmailServiceClient(
                credentials, connections.Configure(new AmazonSimpleEmailServiceConfig())), sender, settings.MailConfigurationSet);
        }

        foreach (var channel in ChannelCatalogue.All)
            yield return new HttpMessageChannel(channel, webhooks, Time) { IsLocal = settings.WebhookEndpoint is not null };
    }

    private WebhookClient Webhooks() => settings.WebhookEndpoint is { } endpoint
        ? new WebhookClient(new RedirectedConnections(endpoint), Time)
        : new WebhookClient(WebhookConnections.Create(settings.WebhookNetworks, settings.Trust.ForEveryone()), Time);

    private Task SetAsideAsync(UnreadableRow row, CancellationToken cancellationToken)
    {
        Log.RowSetAside(LogOf(settings.Function), row.Rejection.Path, row.Rejection.Reason);
        MetricsOf(settings.Function).DeadLetter();
        var deadLetter = new DeadLetter(settings.Function.ToString(), row.Rejection, row.Json, Time.GetUtcNow());
        return DeadLetters.SendAsync(deadLetter, cancellationToken);
    }

    private Lazy<IAmazonSimpleSystemsManagement> ParameterStore() => new(() =>
        new AmazonSimpleSystemsManagementClient(
            AwsConnections.Credentials(), connections.Configure(new AmazonSimpleSystemsManagementConfig())));

    private Lazy<IAmazonSecretsManager> SecretsManager() => new(() =>
        new AmazonSecretsManagerClient(AwsConnections.Credentials(), connections.Configure(new AmazonSecretsManagerConfig())));

    private NamedTableClient DynamoDb() =>
        new(AwsConnections.Credentials(), connections.Configure(new AmazonDynamoDBConfig()), settings.Table);

    private AmazonAWSSupportClient Support()
    {
        // The Support API answers in one region of a partition, whatever region the function runs in.
        var config = connections.Configure(new AmazonAWSSupportConfig());
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.SupportRegion);
        return new AmazonAWSSupportClient(AwsConnections.Credentials(), config);
    }

    private AmazonSQSClient Sqs(int retries)
    {
        var config = connections.Configure(new AmazonSQSConfig());
        config.MaxErrorRetry = retries;
        return new AmazonSQSClient(AwsConnections.Credentials(), config);
    }

    private AmazonAutoScalingClient AutoScaling(int retries)
    {
        var config = connections.Configure(new AmazonAutoScalingConfig());
        config.MaxErrorRetry = retries;
        return new AmazonAutoScalingClient(AwsConnections.Credentials(), config);
    }
}

using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Watchkeeper.Alarms;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Support;
using Watchkeeper.Channels;
using Watchkeeper.Cli.Advisor;
using Watchkeeper.Configuration;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Watchkeeper.Secrets;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Files of this machine in place of AWS.</summary>
internal sealed class EmbeddedServices(
    EmbeddedDatabase database, FileDeadLetters deadLetters, ImmutableArray<IMessageChannel> channels,
    IScaling scaling, SupportApi support,
    IAlarmInventory alarms, ISecretStore secrets, LineOutput output, TimeProvider time) : IServices
{
    private static readonly WatchkeeperConfiguration Defaults = WatchkeeperConfiguration.Default();
    private readonly EmbeddedTable table = new(database);

    /// <summary>Whether the application's files describe the groups of all events.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>Hears of each reaction that is left out because they do not.</summary>
    public Action<ReactionRecord> LeftOut { get; set; } = _ => { };

    /// <inheritdoc/>
    public ISlotStore Slots => new SlotStore(table, Defaults.Lifecycle.SlotRetention);

    /// <inheritdoc/>
    public CountStore Counts => new(table, Time);

    /// <inheritdoc/>
    public AppliedDetectionStore Detections => new(table);

    /// <inheritdoc/>
    public ConfigurationStore Configurations => new(table, Time);

    /// <inheritdoc/>
    public SilenceStore Silences => new(table, Defaults.HistoryRetention, Time);

    /// <inheritdoc/>
    public INotificationLog Notifications => new NotificationLog(table, Defaults.HistoryRetention);

    /// <inheritdoc/>
    public AddressPaces Paces => new(table);

    /// <inheritdoc/>
    public GroupStore Groups => new(table);

    /// <inheritdoc/>
    public IncidentQueries Queries => new(table, Time);

    /// <inheritdoc/>
    public IGroupTimers? GroupTimers { get; init; }

    /// <inheritdoc/>
    public EventLog Events => new(table);

    /// <inheritdoc/>
    public IReactionLedger Ledger => new DescribedLedger(
        new ReactionLedger(table, Defaults.HistoryRetention, time), () => IsWhole, record => LeftOut(record));

    /// <inheritdoc/>
    public IAdvisor Advisor => new TrustedAdvisor(SupportClient.Over(support), time);

    /// <inheritdoc/>
    public IDeadLetters DeadLetters => deadLetters;

    /// <inheritdoc/>
    public ImmutableArray<IMessageChannel> Channels => channels;

    /// <inheritdoc/>
    public SecretsInMemory Secrets { get; } = new(secrets, time);

    /// <inheritdoc/>
    public IScaling Scaling => scaling;

    /// <inheritdoc/>
    public IAlarmInventory Alarms => alarms;

    /// <inheritdoc/>
    public TimeProvider Time => time;

    /// <inheritdoc/>
    public ILogger LogOf(FunctionName function) => new JsonLogger(output, time, function.ToString());

    /// <inheritdoc/>
    public Metrics MetricsOf(FunctionName function) => new(output, time, function.ToString());
}

using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Watchkeeper.Alarms;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Support;
using Watchkeeper.Cli.Advisor;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Files of this machine in place of AWS.</summary>
internal sealed class EmbeddedServices(
    EmbeddedDatabase database, FileDeadLetters letters, ImmutableArray<IMessageChannel> channels, IScaling scaling, SupportApi support,
    IAlarmInventory alarms, LineOutput output, TimeProvider time) : IServices
{
    /// <inheritdoc/>
    public ISlotStore Slots { get; } = new EmbeddedSlotStore(database);

    /// <inheritdoc/>
    public INotificationLog Notifications { get; } = new EmbeddedNotificationLog(database);

    /// <inheritdoc/>
    public IReactionLedger Ledger { get; } = new EmbeddedReactionLedger(database);

    /// <inheritdoc/>
    public IAdvisor Advisor => new TrustedAdvisor(SupportClient.Over(support), time);

    /// <inheritdoc/>
    public IDeadLetters DeadLetters => letters;

    /// <inheritdoc/>
    public ImmutableArray<IMessageChannel> Channels => channels;

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

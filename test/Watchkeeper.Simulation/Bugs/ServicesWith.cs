using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Watchkeeper.Alarms;
using Watchkeeper.Audits;
using Watchkeeper.Channels;
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

namespace Watchkeeper.Simulation.Bugs;

/// <summary>Services of which some are replaced.</summary>
internal sealed class ServicesWith(IServices inner) : IServices
{
    public ISlotStore Slots { get; init; } = inner.Slots;

    public CountStore Counts => inner.Counts;

    public AppliedDetectionStore Detections => inner.Detections;

    public ConfigurationStore Configurations { get; init; } = inner.Configurations;

    public SilenceStore Silences { get; init; } = inner.Silences;

    public INotificationLog Notifications { get; init; } = inner.Notifications;

    public AddressPaces Paces => inner.Paces;

    public GroupStore Groups => inner.Groups;

    public IGroupTimers? GroupTimers => inner.GroupTimers;

    public IncidentQueries Queries => inner.Queries;

    public EventLog Events => inner.Events;

    public IReactionLedger Ledger { get; init; } = inner.Ledger;

    public IAdvisor Advisor { get; init; } = inner.Advisor;

    public IDeadLetters DeadLetters { get; init; } = inner.DeadLetters;

    public ImmutableArray<IMessageChannel> Channels { get; init; } = inner.Channels;

    public SecretsInMemory Secrets => inner.Secrets;

    public IScaling Scaling { get; init; } = inner.Scaling;

    public IAlarmInventory Alarms { get; init; } = inner.Alarms;

    public TimeProvider Time => inner.Time;

    public ILogger LogOf(FunctionName function) => inner.LogOf(function);

    public Metrics MetricsOf(FunctionName function) => inner.MetricsOf(function);
}

using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Watchkeeper.Alarms;
using Watchkeeper.Audits;
using Watchkeeper.Channels;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Http;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Secrets;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Storage;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>The world as one process sees it.</summary>
internal sealed class SandboxServices(World world, Sandbox sandbox) : IServices
{
    public Sandbox Sandbox => sandbox;

    public ISlotStore Slots { get; } = new SlotStore(new BoundaryTable(world.Table, sandbox), SimulatedTable.SlotRetention);

    public CountStore Counts { get; } = new(new BoundaryTable(world.Table, sandbox), sandbox.Time);

    public AppliedDetectionStore Detections { get; } = new(new BoundaryTable(world.Table, sandbox));

    public ConfigurationTable ConfigurationTable { get; } = new(new BoundaryTable(world.Table, sandbox), sandbox.Known);

    public ConfigurationStore Configurations => new(ConfigurationTable, sandbox.Time);

    public SilenceStore Silences { get; } =
        new(new BoundaryTable(world.Table, sandbox), world.Configuration.HistoryRetention, sandbox.Time);

    public INotificationLog Notifications { get; } = new NotificationLog(
        new BoundaryTable(world.Table, sandbox), world.Configuration.HistoryRetention);

    public AddressPaces Paces { get; } = new(new BoundaryTable(world.Table, sandbox));

    public GroupStore Groups { get; } = new(new BoundaryTable(world.Table, sandbox));

    public IGroupTimers? GroupTimers { get; } = new BoundaryTimers(world.Timers, sandbox);

    public IncidentQueries Queries { get; } = new(new BoundaryTable(world.Table, sandbox), sandbox.Time);

    public EventLog Events { get; } = new(new BoundaryTable(world.Table, sandbox));

    public IReactionLedger Ledger { get; } =
        new ReactionLedger(new BoundaryTable(world.Table, sandbox), world.Configuration.HistoryRetention, sandbox.Time);

    public IAdvisor Advisor { get; } = new BoundaryAdvisor(world.Advisor, sandbox);

    public IDeadLetters DeadLetters { get; } = new BoundaryDeadLetters(world.DeadLetters, sandbox);

    public ImmutableArray<IMessageChannel> Channels { get; } =
    [
        new BoundaryChannel(ChannelKind.Sns, world.Channels, sandbox),
        new BoundaryChannel(ChannelKind.Mail, world.Channels, sandbox),
        new BoundaryWebhook(Find(ChannelKind.WechatRobot), "chat.post", world.Room.Post, world.Agenda, sandbox),
        new BoundaryWebhook(Find(ChannelKind.Webhook), "standby.post", world.Standby.Post, world.Agenda, sandbox),
    ];

    public SecretsInMemory Secrets { get; } = new(new BoundarySecrets(world, sandbox), sandbox.Time);

    public IScaling Scaling { get; } = new BoundaryScaling(world.Scaling, sandbox);

    public IAlarmInventory Alarms { get; } = new BoundaryAlarmInventory(world.CloudWatch, sandbox);

    public TimeProvider Time => sandbox.Time;

    public ILogger LogOf(FunctionName function) => new ListeningLogger(world, function);

    public Metrics MetricsOf(FunctionName function) => new(world.Counts.Output, sandbox.Time, function.ToString());

    private static IHttpChannel Find(ChannelKind kind) => ChannelCatalogue.All.Single(channel => channel.Kind == kind);
}

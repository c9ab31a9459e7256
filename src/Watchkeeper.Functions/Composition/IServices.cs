using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Watchkeeper.Alarms;
using Watchkeeper.Audits;
using Watchkeeper.Channels;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Watchkeeper.Secrets;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Composition;

/// <summary>
/// Everything outside that functions work with: AWS in a function, files in the embedded run, a simulated world in its tests.
/// Each is made when it is first asked for, so that a function sets up only what it uses.
/// </summary>
public interface IServices
{
    /// <summary>Slots.</summary>
    ISlotStore Slots { get; }

    /// <summary>Windows of counted events.</summary>
    CountStore Counts { get; }

    /// <summary>The user's own detections.</summary>
    AppliedDetectionStore Detections { get; }

    /// <summary>The versions of the configuration file.</summary>
    ConfigurationStore Configurations { get; }

    /// <summary>Silences.</summary>
    SilenceStore Silences { get; }

    /// <summary>Timeline and send log.</summary>
    INotificationLog Notifications { get; }

    /// <summary>The pace of addresses.</summary>
    AddressPaces Paces { get; }

    /// <summary>The groups of messages.</summary>
    GroupStore Groups { get; }

    /// <summary>The timers of groups; null where the sweep alone looks.</summary>
    IGroupTimers? GroupTimers => null;

    /// <summary>The log of events without an entry in a timeline.</summary>
    EventLog Events { get; }

    /// <summary>The read side.</summary>
    IncidentQueries Queries { get; }

    /// <summary>The reaction ledger.</summary>
    IReactionLedger Ledger { get; }

    /// <summary>Trusted Advisor.</summary>
    IAdvisor Advisor { get; }

    /// <summary>Dead letters.</summary>
    IDeadLetters DeadLetters { get; }

    /// <summary>Ways out.</summary>
    ImmutableArray<IMessageChannel> Channels { get; }

    /// <summary>Secrets that the configuration refers to; one memory for the whole process.</summary>
    SecretsInMemory Secrets { get; }

    /// <summary>The application's groups.</summary>
    IScaling Scaling { get; }

    /// <summary>CloudWatch's alarms.</summary>
    IAlarmInventory Alarms { get; }

    /// <summary>The clock.</summary>
    TimeProvider Time { get; }

    /// <summary>The log of one function.</summary>
    ILogger LogOf(FunctionName function);

    /// <summary>The metrics of one function.</summary>
    Metrics MetricsOf(FunctionName function);
}

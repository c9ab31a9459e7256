using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Storage;

namespace Watchkeeper.Cli.Stores;

/// <summary>The incidents of one installation, opened to be asked and acted on.</summary>
internal interface IIncidentStore : IAsyncDisposable
{
    /// <summary>What is asked, in one line: the data folder, or the account, region and table.</summary>
    string Place { get; }

    /// <summary>Answers questions.</summary>
    IncidentQueries Queries { get; }

    /// <summary>Carries out actions of operators.</summary>
    OperatorDesk Desk { get; }

    /// <summary>The user's own detections.</summary>
    AppliedDetectionStore Detections { get; }

    /// <summary>The versions of the configuration file.</summary>
    ConfigurationStore Configurations { get; }

    /// <summary>The silences.</summary>
    SilenceStore Silences { get; }

    /// <summary>
    /// The versions of the configurations that the functions decide under now; empty if they are not known here.
    /// </summary>
    Task<ImmutableArray<string>> ReadConfigurationsAsync(CancellationToken cancellationToken);

    /// <summary>Who acts, as the store's side knows the caller; null if only the caller can say.</summary>
    Task<string?> WhoAmIAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Waits until the messages that an action causes are on their way, where nothing else would send them.
    /// </summary>
    Task SettleAsync(CancellationToken cancellationToken);
}

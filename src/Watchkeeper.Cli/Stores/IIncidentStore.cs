using Watchkeeper.Incidents;
using Watchkeeper.Queries;

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

    /// <summary>Who acts, as the store's side knows the caller; null if only the caller can say.</summary>
    Task<string?> WhoAmIAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Waits until the messages that an action causes are on their way, where nothing else would send them.
    /// </summary>
    Task SettleAsync(CancellationToken cancellationToken);
}

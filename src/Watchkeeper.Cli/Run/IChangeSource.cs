using System.Collections.Immutable;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Run;

/// <summary>The table's changes, in place of or from a DynamoDB stream; each reader has a checkpoint of its own.</summary>
internal interface IChangeSource
{
    /// <summary>What is new for a reader, oldest first; empty where nothing is.</summary>
    Task<ImmutableArray<StreamRecord>> ReadAsync(string reader, CancellationToken cancellationToken);

    /// <summary>Remembers that a reader is done with what it was given last.</summary>
    Task AdvanceAsync(string reader, ImmutableArray<StreamRecord> done, CancellationToken cancellationToken);
}

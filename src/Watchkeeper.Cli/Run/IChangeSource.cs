using System.Collections.Immutable;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Run;

/// <summary>The table's changes, from a DynamoDB stream or its replacement. Each reader has its own checkpoint.</summary>
internal interface IChangeSource
{
    /// <summary>Returns the new changes for a reader, oldest first; empty if there are none.</summary>
    Task<ImmutableArray<StreamRecord>> ReadAsync(string reader, CancellationToken cancellationToken);

    /// <summary>Advances the reader's checkpoint past all changes so far.</summary>
    Task SkipAsync(string reader, CancellationToken cancellationToken);

    /// <summary>Advances the reader's checkpoint past the changes that it received last.</summary>
    Task AdvanceAsync(string reader, ImmutableArray<StreamRecord> done, CancellationToken cancellationToken);
}

using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Run;

/// <summary>What a run begins with.</summary>
internal sealed record RunStart
{
    /// <summary>The backend.</summary>
    public required IBackend Backend { get; init; }

    /// <summary>Whether the data folder is a new one, which commands find by themselves.</summary>
    public required bool IsNewest { get; init; }

    /// <summary>Account and region.</summary>
    public required PhysicalNames Names { get; init; }

    /// <summary>The path of the events.</summary>
    public required string Events { get; init; }

    /// <summary>The number of events.</summary>
    public required int Count { get; init; }

    /// <summary>The folder that describes the application; it need not exist.</summary>
    public required string Application { get; init; }

    /// <summary>The number of active incidents of earlier runs in the same folder.</summary>
    public int Active { get; init; }
}

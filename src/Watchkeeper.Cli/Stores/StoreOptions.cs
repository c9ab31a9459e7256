namespace Watchkeeper.Cli.Stores;

/// <summary>Which incidents to open.</summary>
internal sealed record StoreOptions
{
    /// <summary>The data folder of an embedded run.</summary>
    public const string Embedded = "embedded";

    /// <summary>The DynamoDB Local of a run with emulators.</summary>
    public const string Emulators = "emulators";

    /// <summary>The table of an installation in AWS.</summary>
    public const string Aws = "aws";

    /// <summary>The backend: embedded, emulators or aws.</summary>
    public required string Backend { get; init; }

    /// <summary>For embedded and emulators: the data folder of a run; null for the newest under .watchkeeper/runs.</summary>
    public string? Data { get; init; }

    /// <summary>For aws: the region; null as AWS's own CLI finds it.</summary>
    public string? Region { get; init; }

    /// <summary>For aws: the profile; null as AWS's own CLI finds it.</summary>
    public string? Profile { get; init; }

    /// <summary>For aws: the name or ARN of the table; null if the variable WATCHKEEPER_TABLE names it.</summary>
    public string? Table { get; init; }
}

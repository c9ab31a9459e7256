using System.Collections.Immutable;

namespace Watchkeeper.Cli.Processes;

/// <summary>The start options of an emulator. One value serves both emulators, except for <see cref="Port"/>.</summary>
public sealed record EmulatorOptions
{
    /// <summary>
    /// The folder whose <c>.watchkeeper/emulators</c> caches downloads. All processes with the same folder share the cache.
    /// </summary>
    public required string Root { get; init; }

    /// <summary>The clock of time limits and delays.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The TCP port on the loopback address; null (the default) selects a free port.</summary>
    public int? Port { get; init; }

    /// <summary>
    /// The address on which moto listens, by default 127.0.0.1. With 0.0.0.0, moto listens on all addresses, so that containers
    /// reach it.
    /// </summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>
    /// The time limit for the first response of a started process; three minutes by default, for a busy machine.
    /// </summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Environment variables for the tools, which override those of this process. A PATH among them also determines where
    /// <c>java</c>, <c>npm</c> and <c>moto_server</c> are found.
    /// </summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Receives one line for each slow step, with the name and size of the download; null reports nothing.</summary>
    public Action<string>? Progress { get; init; }
}

using System.Collections.Immutable;

namespace Watchkeeper.Cli.Processes;

/// <summary>Where and how an emulator is started. One value serves both emulators, except for <see cref="Port"/>.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The folder in whose <c>.watchkeeper/emulators</c> fetched files are kept, shared by all processes that name it.</summary>
    public required string Root { get; init; }

    /// <summary>The clock that time limits and waits are counted by.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The TCP port on the loopback address; null (the default) takes any free one.</summary>
    public int? Port { get; init; }

    /// <summary>
    /// The address of this machine that moto listens on: 127.0.0.1 by default; 0.0.0.0 is all of them, so that containers reach it.
    /// </summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>How long a started process may take until it answers; three minutes by default, for a busy machine.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Environment variables for the tools that are run, over those of this process. A PATH among them is also the one
    /// in which <c>java</c>, <c>npm</c> and <c>moto_server</c> are looked for.
    /// </summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Is told, in one line, of each step that takes long: what is fetched, and how much. Null tells nobody.</summary>
    public Action<string>? Progress { get; init; }
}

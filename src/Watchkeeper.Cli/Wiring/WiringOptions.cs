using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>What a reading of the template takes from outside it.</summary>
internal sealed record WiringOptions
{
    /// <summary>Values of the template's parameters, in place of their defaults.</summary>
    public ImmutableDictionary<string, string> Parameters { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public PhysicalNames Names { get; init; } = new();
}

using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>The external inputs of the template's evaluation.</summary>
internal sealed record WiringOptions
{
    /// <summary>The values of the template's parameters; a missing parameter has its default.</summary>
    public ImmutableDictionary<string, string> Parameters { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Values of parameters that have neither a given value nor a default; the template need not have them.</summary>
    public ImmutableDictionary<string, string> Fallbacks { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    public PhysicalNames Names { get; init; } = new();
}

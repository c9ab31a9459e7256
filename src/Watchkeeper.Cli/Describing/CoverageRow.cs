using System.Collections.Immutable;

namespace Watchkeeper.Cli.Describing;

/// <summary>
/// What covers one technique, control or service, as <c>detections coverage --output json</c> prints it. The names are stable.
/// </summary>
internal sealed record CoverageRow
{
    /// <summary>technique, control or service.</summary>
    public required string By { get; init; }

    /// <summary>Such as T1098.001, 4.16 or kms; <c>any</c> for detections that name no service.</summary>
    public required string Code { get; init; }

    /// <summary>The technique's name, or what the control asks for; empty for services and unknown codes.</summary>
    public string Name { get; init; } = "";

    /// <summary>The technique's tactics; empty for others.</summary>
    public ImmutableArray<string> Tactics { get; init; } = [];

    /// <summary>The detections that are on.</summary>
    public required int On { get; init; }

    /// <summary>Those that are staged.</summary>
    public required int Staged { get; init; }

    /// <summary>Whether nothing covers it: only for controls that ask for detections.</summary>
    public required bool Gap { get; init; }

    /// <summary>The ids of both.</summary>
    public required ImmutableArray<string> Detections { get; init; }
}

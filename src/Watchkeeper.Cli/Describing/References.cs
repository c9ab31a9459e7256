using System.Collections.Immutable;

namespace Watchkeeper.Cli.Describing;

/// <summary>The names of the techniques and controls that built-in detections cite, from the tables beside this file.</summary>
internal static class References
{
    /// <summary>The section of the CIS AWS Foundations Benchmark that asks for detections; its controls are all listed.</summary>
    public const string MonitoringSection = "4.";

    private static readonly Lazy<ImmutableDictionary<string, Reference>> AllTechniques = new(() => Read("techniques.tsv"));
    private static readonly Lazy<ImmutableDictionary<string, Reference>> AllControls = new(() => Read("controls.tsv"));

    /// <summary>Techniques of MITRE ATT&amp;CK for Enterprise, version 19.</summary>
    public static ImmutableDictionary<string, Reference> Techniques => AllTechniques.Value;

    /// <summary>Controls of the CIS AWS Foundations Benchmark v3.0.0.</summary>
    public static ImmutableDictionary<string, Reference> Controls => AllControls.Value;

    /// <summary>The technique; without name if a user's own detection cites one that no built-in detection cites.</summary>
    public static Reference Technique(string code) => Techniques.GetValueOrDefault(code) ?? new Reference(code, [], "");

    /// <summary>The control, in the same way.</summary>
    public static Reference Control(string code) => Controls.GetValueOrDefault(code) ?? new Reference(code, [], "");

    private static ImmutableDictionary<string, Reference> Read(string file)
    {
        var assembly = typeof(References).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"Watchkeeper.Cli.Describing.{file}")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToImmutableDictionary(
                cells => cells[0], cells => new Reference(cells[0], [.. cells[1].Split(", ")], cells[2]), StringComparer.Ordinal);
    }
}

using System.Collections.Immutable;
using Watchkeeper.Patterns.Indexing;

namespace Watchkeeper.Detections;

/// <summary>
/// The index of detections' patterns. The target of a detection's own pattern is twice its position, and one more is that of its
/// undoings.
/// </summary>
internal static class DetectionIndex
{
    /// <summary>Builds the index.</summary>
    /// <param name="detections">The detections.</param>
    /// <param name="under">The field whose content will be searched; empty for whole events.</param>
    public static PatternIndex Build(IEnumerable<Detection> detections, string under = "")
    {
        var builder = new PatternIndexBuilder();
        foreach (var alternative in Alternatives(detections, under))
            builder.Add(alternative);
        return builder.Build();
    }

    /// <summary>What the index is built from.</summary>
    /// <param name="detections">The detections.</param>
    /// <param name="under">The field whose content will be searched; empty for whole events.</param>
    /// <param name="first">The position of the first detection.</param>
    public static IEnumerable<Alternative> Alternatives(
        IEnumerable<Detection> detections, string under = "", int first = 0)
    {
        var chooser = new AlternativeChooser(under);
        var position = first;
        foreach (var detection in detections)
        {
            ImmutableArray<string> decoded = [.. detection.Decode.SelectMany(path => path.DottedNames)];
            chooser.Add(2 * position, detection.Pattern, decoded);
            foreach (var undoing in detection.Undone)
                chooser.Add((2 * position) + 1, undoing.Pattern, decoded);
            position++;
        }

        return chooser.Choose();
    }
}

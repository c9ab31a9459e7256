using System.Collections.Immutable;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The order in which a run feeds events. The story's broken events are a second act, so that a newcomer does not take them for
/// failures; one's own events are fed as they are.
/// </summary>
internal static class StoryActs
{
    private const string BrokenFolder = "bad/";

    /// <summary>The acts, each with its events in order.</summary>
    /// <param name="files">The events, sorted.</param>
    /// <param name="isStory">Whether they are the template's own events.</param>
    public static ImmutableArray<Act> Of(ImmutableArray<EventFile> files, bool isStory)
    {
        if (!isStory)
            return [new Act("", files, IsBrokenOnPurpose: false)];
        var (whole, broken) = (files.Where(file => !IsBroken(file)), files.Where(IsBroken));
        return
        [
            new Act("", [.. whole], IsBrokenOnPurpose: false),
            new Act(
                "Second act: events that are broken on purpose. None is lost, none harms another, each says why.",
                [.. broken], IsBrokenOnPurpose: true),
        ];
    }

    private static bool IsBroken(EventFile file) => file.Name.StartsWith(BrokenFolder, StringComparison.Ordinal);

    /// <summary>Events that belong together.</summary>
    /// <param name="Title">What to say before them; empty for nothing.</param>
    /// <param name="Files">The events.</param>
    /// <param name="IsBrokenOnPurpose">Whether their failures are no failures of the run.</param>
    internal sealed record Act(string Title, ImmutableArray<EventFile> Files, bool IsBrokenOnPurpose);
}

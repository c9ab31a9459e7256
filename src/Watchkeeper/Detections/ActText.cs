using System.Collections.Immutable;
using Watchkeeper.Detections.Actors;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>One line that names actor, call, resource and source address, and what distinguishes the act from others.</summary>
internal static class ActText
{
    private const int MaxDetailsLength = 160;

    /// <summary>The line. Its values are untrusted text, made inert.</summary>
    public static string Create(
        string resource, ImmutableArray<string> values, TrailEvent trail, Actor caller, string errorCode,
        Lowering? lowering = null)
    {
        var actor = trail.Actor.Length > 0 ? trail.Actor : "somebody";
        var on = resource.Length > 0 ? $" on {resource}" : "";
        var details = Details(resource, values, trail);
        var from = trail.SourceAddress.Length > 0 ? $" from {trail.SourceAddress}" : "";
        var refused = errorCode.Length > 0 ? $"; it was refused: {errorCode}" : "";
        var lowered = lowering is null ? "" : $"; lowered from {lowering.From.ToKebabCase()}: {lowering.Cause}";
        var own = caller.Class is ActorClass.Watchkeeper ? "; by Watchkeeper" : "";
        return InertText.Line(
            $"{actor} called {trail.Api}{on}{details}{from}{refused}{lowered}{own}", SubjectLimits.Description);
    }

    // Values that the rest of the line does not contain, such as a port and a network, or a policy's name.
    private static string Details(string resource, ImmutableArray<string> values, TrailEvent trail)
    {
        string[] said = ["", resource, ResourceName.From(resource), trail.Region, trail.SourceAddress];
        var details = string.Join(", ", values.Except(said, StringComparer.Ordinal));
        return details.Length > 0 ? $" ({InertText.Shorten(details, MaxDetailsLength)})" : "";
    }
}

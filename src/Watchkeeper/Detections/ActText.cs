using System.Collections.Immutable;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>One line that names actor, call, resource and source address, and what distinguishes the act from others.</summary>
internal static class ActText
{
    private const int MaxDetailsLength = 160;

    /// <summary>The line. Its values are untrusted text, made inert.</summary>
    public static string Create(string resource, ImmutableArray<string> values, TrailFacts facts, string errorCode)
    {
        var actor = facts.Actor.Length > 0 ? facts.Actor : "somebody";
        var on = resource.Length > 0 ? $" on {resource}" : "";
        var details = Details(resource, values, facts);
        var from = facts.SourceIp.Length > 0 ? $" from {facts.SourceIp}" : "";
        var refused = errorCode.Length > 0 ? $"; it was refused: {errorCode}" : "";
        return InertText.Line($"{actor} called {facts.Api}{on}{details}{from}{refused}", SubjectLimits.Description);
    }

    // Values that the rest of the line does not contain, such as a port and a network, or a policy's name.
    private static string Details(string resource, ImmutableArray<string> values, TrailFacts facts)
    {
        string[] said = ["", resource, ResourceName.From(resource), facts.Region, facts.SourceIp];
        var details = string.Join(", ", values.Except(said, StringComparer.Ordinal));
        return details.Length > 0 ? $" ({InertText.Shorten(details, MaxDetailsLength)})" : "";
    }
}

using System.Text.Json;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections;

/// <summary>
/// The condition that two paths have different values. A missing value meets the condition too: a role that creates a key for a
/// user has no user name of its own.
/// </summary>
/// <remarks>
/// A person who took a role in the console is known by the session's name: AWS's console sets it to the user's name
/// («Switching to
/// a role (console)» in the IAM user guide). Elsewhere callers choose the name of their session, so it proves nothing.
/// </remarks>
/// <param name="One">The first path.</param>
/// <param name="Other">The second path.</param>
public sealed record DifferentValues(EventPath One, EventPath Other)
{
    private static readonly EventPath UserName = EventPath.Parse("detail.userIdentity.userName")!;
    private static readonly EventPath Session = EventPath.Parse("detail.userIdentity.principalId")!;
    private static readonly EventPath IsFromConsole = EventPath.Parse("detail.sessionCredentialFromConsole")!;
    private static readonly EventPath HasSecondFactor =
        EventPath.Parse("detail.userIdentity.sessionContext.attributes.mfaAuthenticated")!;

    /// <summary>Whether an event meets the condition.</summary>
    public bool IsMetBy(JsonElement json)
    {
        var one = One.Find(json);
        if (one.Length == 0 && One.ToString() == UserName.ToString())
            one = ConsoleUser(json);
        return one.Length == 0 || !string.Equals(one, Other.Find(json), StringComparison.Ordinal);
    }

    // AROAEXAMPLE:alice
    private static string ConsoleUser(JsonElement json) =>
        IsFromConsole.Find(json) == "true" && HasSecondFactor.Find(json) == "true"
        && Session.Find(json).Split(':', 2) is [_, var name]
            ? name
            : "";
}

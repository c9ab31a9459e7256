using Watchkeeper.Routing;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads the route tree.</summary>
internal static class RouteReader
{
    /// <param name="part">The root.</param>
    /// <param name="receivers">The names of the receivers.</param>
    public static Route Read(ContentPart part, IEnumerable<string> receivers) =>
        Read(part, receivers.ToHashSet(StringComparer.Ordinal));

    private static Route Read(ContentPart part, HashSet<string> receivers)
    {
        var receiver = part.Text("receiver") is { Length: > 0 } name ? name : null;
        if (receiver is not null && !receivers.Contains(receiver))
            throw part.Refuse($"names the receiver {receiver}, which does not exist");
        return new Route
        {
            Receiver = receiver,
            Matchers = MatcherReader.Read(part),
            Continue = part.Flag("continue") is true,
            MuteTimeIntervals = part.Texts("mute_time_intervals"),
            ActiveTimeIntervals = part.Texts("active_time_intervals"),
            Routes = [.. part.List("routes").Select(child => Read(child, receivers))],
        };
    }
}

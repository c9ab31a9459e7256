using System.Collections.Immutable;
using Watchkeeper.Routing;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads the route tree.</summary>
internal static class RouteReader
{
    /// <param name="part">The root.</param>
    /// <param name="receivers">The names of the receivers.</param>
    public static Route Read(ContentPart part, IEnumerable<string> receivers) =>
        Read(part, receivers.ToHashSet(StringComparer.Ordinal), "", Inherited.Root);

    private static Route Read(ContentPart part, HashSet<string> receivers, string parent, Inherited inherited)
    {
        var receiver = part.Text("receiver") is { Length: > 0 } name ? name : null;
        if (receiver is not null && !receivers.Contains(receiver))
            throw part.Refuse($"names the receiver {receiver}, which does not exist");
        var matchers = MatcherReader.Read(part);
        var path = $"{parent}/{string.Join(',', matchers)}";
        var own = new Inherited(
            part.Has("group_by") ? part.Texts("group_by") : inherited.By, part.Duration("group_wait") ?? inherited.Wait,
            part.Duration("group_interval") ?? inherited.Interval, part.Duration("repeat_interval") ?? inherited.Repeat);
        return new Route
        {
            Receiver = receiver,
            Matchers = matchers,
            Continue = part.Flag("continue") is true,
            MuteTimeIntervals = part.Texts("mute_time_intervals"),
            ActiveTimeIntervals = part.Texts("active_time_intervals"),
            Grouping = own.By is { } by ? new GroupSettings { By = by, Wait = own.Wait, Interval = own.Interval } : null,
            RepeatInterval = own.Repeat,
            Path = path,
            Routes = [.. part.List("routes").Select(child => Read(child, receivers, path, own))],
        };
    }

    // A route without a key has its parent's.
    private sealed record Inherited(ImmutableArray<string>? By, TimeSpan Wait, TimeSpan Interval, TimeSpan? Repeat)
    {
        public static readonly Inherited Root = new(null, GroupSettings.DefaultWait, GroupSettings.DefaultInterval, null);
    }
}

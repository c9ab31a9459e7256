using Shouldly;
using Watchkeeper.Notification.Pacing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Groups;

public sealed class PaceTests
{
    /// <summary>
    /// The most requests in any span of a length, where a pace is kept by windows that begin with the first request, by windows
    /// of the clock, or by a bucket that fills again evenly.
    /// </summary>
    public static int MostIn(TimeSpan span, ChannelPace pace)
    {
        var windows = (int)Math.Ceiling(span / pace.Per) + 1;
        var byWindows = windows * pace.Requests;
        var byBucket = pace.Requests + (int)Math.Floor(span / pace.Per * pace.Requests);
        return Math.Max(byWindows, byBucket);
    }

    [Fact]
    public void Windows_and_buckets_are_counted()
    {
        MostIn(TimeSpan.FromSeconds(60), new ChannelPace(20, TimeSpan.FromSeconds(60))).ShouldBe(40);
        MostIn(TimeSpan.FromSeconds(60), new ChannelPace(1, TimeSpan.FromSeconds(1))).ShouldBe(61);
    }
}

using Shouldly;
using Watchkeeper.Notification;

namespace Watchkeeper.Testing.Stores;

/// <summary>Compares rows by what they say; records with arrays inside do not.</summary>
public static class NotificationAssertions
{
    /// <summary>Fails unless all of both rows is equal.</summary>
    public static void ShouldBeEquivalent(this NotificationRecord actual, NotificationRecord expected)
    {
        (actual with { Deliveries = [], Feedback = [] }).ShouldBe(expected with { Deliveries = [], Feedback = [] });
        actual.Deliveries.ShouldBe(expected.Deliveries);
        actual.Feedback.ShouldBe(expected.Feedback);
    }
}

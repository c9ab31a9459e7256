using Shouldly;
using Watchkeeper.Notification;

namespace Watchkeeper.Testing.Stores;

/// <summary>Compares rows by value; records that hold arrays do not.</summary>
public static class NotificationAssertions
{
    /// <summary>Fails unless both rows are equal in every member.</summary>
    public static void ShouldBeEquivalent(this NotificationRecord actual, NotificationRecord expected)
    {
        (actual with { Deliveries = [], Feedback = [], WouldNotify = [] })
            .ShouldBe(expected with { Deliveries = [], Feedback = [], WouldNotify = [] });
        actual.WouldNotify.ShouldBe(expected.WouldNotify);
        actual.Deliveries.ShouldBe(expected.Deliveries);
        actual.Feedback.ShouldBe(expected.Feedback);
    }
}

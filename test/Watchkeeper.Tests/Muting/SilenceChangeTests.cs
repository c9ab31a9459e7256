using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>A silence may last longer, or end.</summary>
public sealed class SilenceChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);

    private static readonly Silence Held = new()
    {
        Id = "sil-0123456789abcdef",
        Matchers = [new Matcher("service", MatchOperator.Equal, "orders")],
        StartsAt = Now.AddHours(-1),
        EndsAt = Now.AddHours(1),
        By = "kim",
        Reason = "deploying",
        ChangedAt = Now.AddHours(-1),
    };

    [Theory] // alertmanager 1298: whether a new duration counts from now or from the old end was not obvious. It counts from now.
    [InlineData("3h", null, 180)]
    [InlineData("1h", null, 60)]
    [InlineData(null, "2026-11-17T14:00+01:00", 180)]
    public void A_longer_silence_keeps_its_id_and_says_who_changed_it(string? duration, string? until, int minutes)
    {
        var after = SilenceChange.Extend(Held, duration, until, "alex", Now, SilenceLimits.None).ShouldBeOfType<SilenceDraftResult.Valid>().Silence;

        after.ShouldBe(Held with { EndsAt = Now.AddMinutes(minutes), ChangedBy = "alex", ChangedAt = Now });
    }

    [Theory]
    [InlineData("30m", null, "alex", SilenceField.For, "ends before the silence does")]
    [InlineData(null, "2026-11-17T10:59Z", "alex", SilenceField.Until, "ends before the silence does")]
    [InlineData("2y", null, "alex", SilenceField.For, "is more than a year")]
    [InlineData("2h", null, "", SilenceField.By, "is empty")]
    [InlineData(null, null, "alex", SilenceField.For, "is missing")]
    public void What_cannot_be_is_refused(string? duration, string? until, string by, SilenceField field, string reason)
    {
        var problem = SilenceChange.Extend(Held, duration, until, by, Now, SilenceLimits.None).ShouldBeOfType<SilenceDraftResult.Invalid>()
            .Problems.ShouldHaveSingleItem();

        problem.Field.ShouldBe(field);
        problem.Reason.ShouldContain(reason);
    }

    [Fact]
    public void An_ended_silence_is_over_at_once()
    {
        var after = SilenceChange.Expire(Held, "alex", Now).ShouldBeOfType<SilenceDraftResult.Valid>().Silence;

        after.ShouldBe(Held with { EndsAt = Now, ChangedBy = "alex", ChangedAt = Now });
        after.StateAt(Now).ShouldBe(SilenceState.Expired);
        SilenceChange.Expire(Held, "", Now).ShouldBeOfType<SilenceDraftResult.Invalid>();
    }

    [Fact] // alertmanager 616 and 783: one that had not begun could not be ended, or stayed among those to come.
    public void A_silence_that_has_not_begun_can_be_ended()
    {
        var after = SilenceChange.Expire(Held with { StartsAt = Now.AddMinutes(30) }, "alex", Now)
            .ShouldBeOfType<SilenceDraftResult.Valid>().Silence;

        (after.StartsAt, after.EndsAt, after.StateAt(Now)).ShouldBe((Now, Now, SilenceState.Expired));
    }
}

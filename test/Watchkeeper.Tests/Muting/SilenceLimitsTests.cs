using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Muting;

/// <summary>How long silences last usually and at most.</summary>
public sealed class SilenceLimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 11, 0, 0, TimeSpan.Zero);
    private static readonly SilenceLimits Limits = new(TimeSpan.FromHours(2), TimeSpan.FromHours(8));

    private static readonly SilenceDraft Draft = new() { Matchers = ["service=orders"], By = "kim", Reason = "deploying" };

    private static readonly Silence Held = new()
    {
        Id = Silence.IdFor(Now, "unique"),
        Matchers = [new Matcher("service", MatchOperator.Equal, "orders")],
        StartsAt = Now.AddHours(-7),
        EndsAt = Now.AddHours(1),
        By = "kim",
        Reason = "deploying",
        ChangedAt = Now.AddHours(-7),
    };

    [Theory]
    [InlineData(null, 0)]
    [InlineData("2026-11-18T09:00Z", 22)]
    public void A_silence_without_an_end_lasts_as_long_as_usual_from_its_beginning(string? from, int hours)
    {
        var silence = (Draft with { From = from }).Check(Now, "unique", Limits).ShouldBeOfType<SilenceDraftResult.Valid>().Silence;

        silence.StartsAt.ShouldBe(Now.AddHours(hours));
        silence.EndsAt.ShouldBe(Now.AddHours(hours + 2));
    }

    [Theory]
    [InlineData("8h", null, null)]
    [InlineData("8h1s", null, "is more than 8h, the longest that silences.max_duration")]
    [InlineData(null, "2026-11-17T19:00Z", null)]
    [InlineData(null, "2026-11-17T19:01Z", "is more than 8h, the longest that silences.max_duration")]
    [InlineData("2y", null, "is more than 8h")]
    public void Nothing_is_quiet_for_longer_than_the_longest(string? duration, string? until, string? problem)
    {
        var result = (Draft with { For = duration, Until = until }).Check(Now, "unique", Limits);

        if (problem is null)
            result.ShouldBeOfType<SilenceDraftResult.Valid>();
        else
            result.ShouldBeOfType<SilenceDraftResult.Invalid>().Problems.ShouldHaveSingleItem().Reason.ShouldStartWith(problem);
    }

    [Fact]
    public void An_extension_counts_from_now_and_is_an_act_of_its_own()
    {
        Extended("8h").ShouldBe(Now.AddHours(8));
        Extended(null).ShouldBe(Now.AddHours(2));
        SilenceChange.Extend(Held, "9h", null, "alex", Now, Limits).ShouldBeOfType<SilenceDraftResult.Invalid>()
            .Problems.ShouldHaveSingleItem().Reason.ShouldStartWith("is more than 8h");
    }

    private static DateTimeOffset Extended(string? duration) =>
        SilenceChange.Extend(Held, duration, null, "alex", Now, Limits).ShouldBeOfType<SilenceDraftResult.Valid>().Silence.EndsAt;
}

using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

public sealed class QuotedReasonTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("[93.2 (24/11/26 07:14:00)] was greater", "[93.2 (07:14 UTC)] was greater")]
    [InlineData("[1.0 (24/11/26 07:14:00), 2.0 (23/11/26 23:59:59)]", "[1.0 (07:14 UTC), 2.0 (23 Nov 23:59 UTC)]")]
    [InlineData("(24/11/25 07:14:00)", "(24 Nov 2025 07:14 UTC)")]
    // No date of CloudWatch: it stays as it is.
    [InlineData("(99/99/99 07:14:00)", "(99/99/99 07:14:00)")]
    [InlineData("124/11/26 07:14:00", "124/11/26 07:14:00")]
    [InlineData("24/11/26 07:14", "24/11/26 07:14")]
    [InlineData("", "")]
    public void Dates_of_CloudWatch_are_times_that_people_read(string reason, string expected) =>
        QuotedReason.Readable(reason, Now, English.Sentences).ShouldBe(expected);

    [Fact]
    public void A_time_stays_in_UTC_because_two_times_for_each_number_would_hide_the_numbers() => QuotedReason.Readable(
            "[93.2 (24/11/26 07:14:00)]", Now, SampleAlarms.With(Locale.Chinese, new ReactionOptions(), "Asia/Shanghai").Sentences)
        .ShouldBe("[93.2 (07:14 UTC)]");

    [Fact]
    public void A_message_quotes_CloudWatch_with_readable_times()
    {
        var entry = SampleAlarms.Measured(Transition.Opened);
        entry = entry with { Change = entry.Change! with { Description = "1 datapoint [93.2 (24/11/26 07:14:00)] was greater" } };

        MessageRenderer.Render(entry, Locale.English).Text
            .ShouldContain("\nIn CloudWatch's words: 1 datapoint [93.2 (07:14 UTC)] was greater\n");
        // Machines read what CloudWatch wrote.
        MessageRenderer.Render(entry, Locale.English).Json.ShouldContain("24/11/26 07:14:00");
    }

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Any_other_text_stays_as_it_is(string name) =>
        QuotedReason.Readable(HostileText.Get(name), Now, English.Sentences).ShouldBe(HostileText.Get(name));
}

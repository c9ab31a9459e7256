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
    [InlineData(
        "a transitioned to ALARM at Tuesday 24 November, 2026 07:14:00 UTC", "a transitioned to ALARM at Tuesday 24 November, 2026 07:14:00 UTC")]
    [InlineData("", "")]
    public void Dates_of_CloudWatch_are_times_that_people_read(string reason, string expected) =>
        QuotedReason.Readable(reason, Now, English.Sentences).ShouldBe(expected);

    [Theory]
    [InlineData("[1.8253611008E10 (24/11/26 07:14:00)] was less than the threshold (2.0E10)",
        "[18,253,611,008 (07:14 UTC)] was less than the threshold (20,000,000,000)")]
    [InlineData("[4.2E-4 (24/11/26 07:14:00), -1.5E7 (x)]", "[0.00042 (07:14 UTC), -15,000,000 (x)]")]
    // Words and versions are no numbers.
    [InlineData("E10 1.5.2E3 x1.5E3 1.5E3y", "E10 1.5.2E3 x1.5E3 1.5E3y")]
    public void Numbers_of_CloudWatch_are_written_out(string reason, string expected) =>
        QuotedReason.Readable(reason, Now, English.Sentences).ShouldBe(expected);

    [Theory]
    [InlineData(
        "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:shop down transitioned to ALARM at Tuesday 24 November, 2026 07:14:12 UTC",
        "shop down transitioned to ALARM at 07:14 UTC")]
    [InlineData("arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:a transitioned to ALARM at Monday 23 November, 2026 23:59:59 UTC",
        "a transitioned to ALARM at 23 Nov 23:59 UTC")]
    // No date: it stays as it is.
    [InlineData("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a at Someday 99 November, 2026 07:14:12 UTC",
        "a at Someday 99 November, 2026 07:14:12 UTC")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:alarm:a", "arn:aws:sns:eu-west-1:123456789012:alarm:a")]
    public void A_child_of_a_composite_alarm_has_its_name_and_a_readable_time(string reason, string expected) =>
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

using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

public sealed class MessageOptionsTests
{
    [Theory]
    [InlineData("Mars/Base")]
    [InlineData("")]
    [InlineData("europe/berlin")]
    public void A_time_zone_that_this_version_does_not_know_costs_the_local_times_and_no_message(string zone)
    {
        var options = SampleAlarms.With(Locale.English, new ReactionOptions(), zone);

        MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened), options).Text
            .ShouldContain("\nSince 07:23 UTC · eu-central-1\n");
    }

    [Fact]
    public void The_time_zone_of_the_configuration_is_in_every_form_for_people()
    {
        var message = MessageRenderer.Render(
            SampleAlarms.Measured(Transition.Opened), SampleAlarms.With(Locale.English, new ReactionOptions(), "Europe/Berlin"));

        message.Text.ShouldContain("\nSince 08:23 (07:23 UTC) · eu-central-1\n");
        message.Text.ShouldContain("\nData points: 08:21 71 %, 08:22 88.7 %, 08:23 93.2 %\n");
        message.Text.ShouldContain("\nBegan: 2026-11-24 08:23:05 UTC+1 (07:23:05 UTC)\n");
        message.Html.ShouldContain("Since 08:23 (07:23 UTC)");
        message.Sms.ShouldContain("08:23 (07:23 UTC)");
        // Machines read UTC.
        message.Json.ShouldContain("\"openedAt\":\"2026-11-24T07:23:05Z\"");
    }

    [Fact]
    public void UTC_stands_alone()
    {
        MessageOptions.From(WatchkeeperConfiguration.Default()).Sentences.Zone.ShouldBeNull();
        MessageOptions.In(Locale.Chinese).Sentences.Zone.ShouldBeNull();
        MessageRenderer.Render(SampleEntries.Create(Transition.Opened), SampleAlarms.DryRun(Locale.English)).Text
            .ShouldContain("\nSince 07:23 UTC · eu-central-1\n");
    }

    [Fact]
    public void A_zone_is_nothing_that_all_messages_share()
    {
        _ = SampleAlarms.With(Locale.English, new ReactionOptions(), "Asia/Tokyo");

        Translations.In(Locale.English).Zone.ShouldBeNull();
    }
}

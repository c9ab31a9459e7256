using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Routing;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class FallbackTests : IDisposable
{
    private static readonly Channel Slack = new(ChannelKind.Slack, "https://hooks.slack.example/1");
    private static readonly Channel Mail = new(ChannelKind.Mail, "ops@shop.example");
    private static readonly Channel Pager = new(ChannelKind.Pagerduty, "key");

    private readonly World world = new();
    private readonly ScriptedChannel mail = new(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Whoever_is_the_fallback_hears_what_happened_and_who_was_not_reached_and_why()
    {
        var row = await NotifyAsync(
            Slacks(new SendResult.GiveUp("Slack refuses the address: invalid_token")),
            new Receiver("orders", [Slack]) { Fallback = "everybody" }, new Receiver("everybody", [Mail]));

        row.Deliveries.Select(delivery => (delivery.Receiver, delivery.InsteadOf, delivery.Status)).ShouldBe(
            [("orders", null, DeliveryStatus.Failed), ("everybody", "orders", DeliveryStatus.Sent)]);
        row.IsSettled.ShouldBeTrue();
        var message = mail.Sent.ShouldHaveSingleItem().Message;
        message.Text.ShouldContain("orders was not reached by slack: Slack refuses the address: invalid_token.");
        message.Headline.ShouldContain("order-cpu");
    }

    [Fact]
    public async Task The_fallbacks_own_language_says_so_too()
    {
        await NotifyAsync(
            Slacks(new SendResult.GiveUp("invalid_token")), Locale.Chinese,
            new Receiver("orders", [Slack]) { Fallback = "everybody" }, new Receiver("everybody", [Mail]));

        mail.Sent.ShouldHaveSingleItem().Message.Text.ShouldContain("未能通过 slack 通知 orders：invalid_token。");
    }

    [Fact]
    public async Task A_message_that_goes_later_needs_no_fallback_yet()
    {
        var row = await NotifyAsync(
            Slacks(new SendResult.Retry("503")),
            new Receiver("orders", [Slack]) { Fallback = "everybody" }, new Receiver("everybody", [Mail]));

        row.Deliveries.ShouldHaveSingleItem().Status.ShouldBe(DeliveryStatus.Retrying);
        mail.Tries.ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_told_twice_and_a_circle_of_fallbacks_ends()
    {
        var row = await NotifyAsync(
            Slacks(new SendResult.GiveUp("no_service")),
            new Receiver("orders", [Slack, Mail]) { Fallback = "pager" },
            new Receiver("pager", [Pager, Mail]) { Fallback = "orders" });

        row.Deliveries.Select(delivery => (delivery.Channel.Kind, delivery.Status)).ShouldBe(
        [
            (ChannelKind.Slack, DeliveryStatus.Failed), (ChannelKind.Mail, DeliveryStatus.Sent),
            (ChannelKind.Pagerduty, DeliveryStatus.Failed),
        ]);
        mail.Tries.ShouldBe(1);
    }

    [Fact]
    public async Task A_fallback_that_takes_nothing_has_one_of_its_own()
    {
        var row = await NotifyAsync(
            Slacks(new SendResult.GiveUp("no_service")),
            new Receiver("orders", [Slack]) { Fallback = "pager" },
            new Receiver("pager", [Pager]) { Fallback = "everybody" }, new Receiver("everybody", [Mail]));

        row.Deliveries.Select(delivery => (delivery.Receiver, delivery.InsteadOf)).ShouldBe(
            [("orders", null), ("pager", "orders"), ("everybody", "pager")]);
        mail.Sent.ShouldHaveSingleItem().Message.Text.ShouldContain("pager was not reached by pagerduty");
    }

    [Fact]
    public async Task A_receiver_that_was_renamed_meanwhile_has_the_fallback_of_its_time()
    {
        var slack = Slacks(new SendResult.Retry("503"));
        var row = await NotifyAsync(
            slack, new Receiver("orders", [Slack]) { Fallback = "everybody" }, new Receiver("everybody", [Mail]));
        row.Deliveries.ShouldHaveSingleItem().Fallback.ShouldBe("everybody");
        Receiver[] renamed = [new("team-orders", [Slack]), new("everybody", [Mail])];
        world.Time.Advance(TimeSpan.FromMinutes(31));

        await Notifier(Slacks(new SendResult.GiveUp("no_service")), Locale.English, renamed)
            .ResumeAsync(row, world.Deadline, TestContextToken);

        mail.Sent.ShouldHaveSingleItem().Message.Text.ShouldContain("orders was not reached by slack: no_service.");
    }

    [Fact]
    public async Task A_fallback_that_was_taken_back_meanwhile_is_not_told()
    {
        var slack = Slacks(new SendResult.Retry("503"));
        var row = await NotifyAsync(
            slack, new Receiver("orders", [Slack]) { Fallback = "everybody" }, new Receiver("everybody", [Mail]));
        world.Time.Advance(TimeSpan.FromMinutes(31));

        await Notifier(Slacks(new SendResult.GiveUp("no_service")), Locale.English, [new("orders", [Slack]), new("everybody", [Mail])])
            .ResumeAsync(row, world.Deadline, TestContextToken);

        mail.Tries.ShouldBe(0);
    }

    [Fact]
    public async Task The_last_of_ten_tries_brings_the_fallback()
    {
        var slack = Slacks(new SendResult.Retry("503"));
        Receiver[] receivers = [new("orders", [Slack]) { Fallback = "everybody" }, new("everybody", [Mail])];
        var row = await NotifyAsync(slack, receivers);
        var notifier = Notifier(slack, Locale.English, receivers);

        for (var tries = 1; tries < RetrySchedule.MaxAttempts; tries++)
        {
            mail.Tries.ShouldBe(0);
            world.Time.Advance(TimeSpan.FromMinutes(31));
            (await notifier.ResumeAsync(row, world.Deadline, TestContextToken)).ShouldBeOfType<NotifyResult.Tried>();
        }

        mail.Sent.ShouldHaveSingleItem().Message.Text.ShouldContain("given up after 10 tries: 503");
        (await world.LastRowAsync()).IsSettled.ShouldBeTrue();
    }

    private static ScriptedChannel Slacks(SendResult result) => new(ChannelKind.Slack, _ => result);

    private Task<NotificationRecord> NotifyAsync(ScriptedChannel slack, params Receiver[] receivers) =>
        NotifyAsync(slack, Locale.English, receivers);

    private async Task<NotificationRecord> NotifyAsync(ScriptedChannel slack, Locale locale, params Receiver[] receivers)
    {
        var change = (await world.RecordAsync(Signal())).Single();
        await Notifier(slack, locale, receivers).NotifyAsync(change, world.Deadline, TestContextToken);
        return await world.LastRowAsync();
    }

    private Notifier Notifier(ScriptedChannel slack, Locale locale, Receiver[] receivers)
    {
        var pager = new ScriptedChannel(ChannelKind.Pagerduty, _ => new SendResult.GiveUp("invalid event"));
        var configuration = WatchkeeperConfiguration.Default() with
        {
            Locale = locale,
            Route = new Route { Receiver = receivers[0].Name },
            Receivers = receivers.ToImmutableDictionary(receiver => receiver.Name, StringComparer.Ordinal),
        };
        return new Notifier(world.Notifications, [mail, slack, pager], configuration, world.Time);
    }
}

using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Notifying;

public sealed class OwnTemplateTests : IDisposable
{
    private static readonly Channel Slack = new(ChannelKind.Slack, "https://hooks.slack.example/1");
    private static readonly Channel Mail = new(ChannelKind.Mail, "ops@shop.example");

    private readonly World world = new();
    private readonly ScriptedChannel mail = new(ChannelKind.Mail, _ => new SendResult.Sent("mail-1"));
    private readonly ScriptedChannel slack = new(ChannelKind.Slack, _ => new SendResult.Sent("ok"));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_channel_says_it_in_the_operators_words_and_the_others_in_ours()
    {
        var row = await NotifyAsync(For(Mail, "Call the bridge: {{ name }}"));

        mail.Sent.ShouldHaveSingleItem().Message.Text.Split('\n').ShouldContain("Call the bridge: order-cpu");
        // By which mail programs sort.
        mail.Sent.Single().Message.Receiver.ShouldBe("orders");
        slack.Sent.ShouldHaveSingleItem().Message.Text.ShouldNotContain("Call the bridge");
        row.Deliveries.Select(delivery => delivery.Detail).ShouldBe(["mail-1", "ok"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_template_that_cannot_be_used_costs_nobody_the_message_and_the_row_says_so()
    {
        var row = await NotifyAsync(For(Mail, "{{ nothing }}"));

        mail.Sent.ShouldHaveSingleItem().Message.Text.ShouldContain(
            "This channel's own template was not used: on line 1, there is no value «nothing»");
        var delivery = row.Deliveries.Single(each => each.Channel.Kind is ChannelKind.Mail);
        delivery.Status.ShouldBe(DeliveryStatus.Sent);
        delivery.Detail.ShouldStartWith("mail-1; template not used: on line 1, there is no value «nothing»");
    }

    private static ChannelTemplate For(Channel channel, string text) =>
        new(channel.Kind, channel.Address, TemplateForm.Lines, text);

    private async Task<NotificationRecord> NotifyAsync(ChannelTemplate template)
    {
        var change = (await world.RecordAsync(Signal())).Single();
        var configuration = WatchkeeperConfiguration.Default() with
        {
            Route = new Route { Receiver = "orders" },
            Receivers = ImmutableDictionary<string, Receiver>.Empty.Add(
                "orders", new Receiver("orders", [Mail, Slack]) { Templates = [template] }),
        };
        await new Notifier(world.Notifications, [mail, slack], configuration, world.Time)
            .NotifyAsync(change, world.Deadline, TestContextToken);
        return await world.LastRowAsync();
    }
}

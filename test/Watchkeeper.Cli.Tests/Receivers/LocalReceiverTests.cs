using System.Diagnostics.Tracing;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Cli.Tests.Receivers;

/// <summary>The channels by HTTPS of a local run, and the receiver that answers them.</summary>
public sealed class LocalReceiverTests : IAsyncLifetime
{
    private static readonly string[] Hosts =
        ["slack.com", "azure.com", "pagerduty.com", "dingtalk.com", "feishu.cn", "qq.com", "shop.example"];

    private readonly TemporaryFolder folder = new();
    private readonly LocalChannels channels;

    public LocalReceiverTests()
    {
        channels = new LocalChannels(folder.Path, new FakeTimeProvider(SampleEntries.Began));
    }

    public static TheoryData<ChannelKind> Kinds => [.. ChannelCatalogue.All.Select(each => each.Kind)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await channels.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_channel_reads_its_receivers_answer_as_sent_and_the_body_is_a_file(ChannelKind kind)
    {
        var sent = (await SendAsync(ReceiverSamples.ChannelOf(kind))).ShouldBeOfType<SendResult.Sent>();

        var parts = sent.MessageId.Split("; ", 2);
        Path.GetFileName(parts[0]).ShouldMatch(
            $"^000001-{kind.ToKebabCase()}-inc-6924068912ab34cd56ef-opened-[0-9a-f]{{16}}\\.json$");
        parts[1].ShouldMatch(ReceiverSamples.WordsOf(kind));
        JsonElement.Parse(await File.ReadAllBytesAsync(parts[0], Cancel)).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task A_repeated_delivery_finds_its_file()
    {
        var channel = ReceiverSamples.ChannelOf(ChannelKind.Slack);

        var first = await SendAsync(channel);
        var again = await SendAsync(channel);
        var next = await SendAsync(channel, "another key");

        again.ShouldBe(first);
        next.ShouldNotBe(first);
        Directory.GetFiles(folder.Path).Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_receiver_refuses_is_no_file()
    {
        var result = await SendAsync(ReceiverSamples.ChannelOf(ChannelKind.Pagerduty) with { Address = "too short" });

        result.ShouldBeOfType<SendResult.GiveUp>().Reason.ShouldEndWith(
            "Length of 'routing_key' is incorrect (should be 32 characters)");
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_paced() => channels.All.ShouldAllBe(channel => channel.Pace == null);

    [Fact]
    public async Task No_receivers_host_is_ever_looked_up()
    {
        using var names = new NameLookups();

        foreach (var kind in ChannelCatalogue.All.Select(each => each.Kind))
            await SendAsync(ReceiverSamples.ChannelOf(kind));
        await Dns.GetHostAddressesAsync("localhost", Cancel);

        names.Found.ShouldContain("localhost");
        names.Found.ShouldNotContain(name => Hosts.Any(host => name.EndsWith(host, StringComparison.Ordinal)));
    }

    private Task<SendResult> SendAsync(Channel channel, string key = "key") => channels.All
        .Single(each => each.Kind == channel.Kind).SendAsync(channel, ReceiverSamples.Message, key, Cancel);

    // What this process asks its resolver for.
    private sealed class NameLookups : EventListener
    {
        public List<string> Found { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.NameResolution")
                EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName != "ResolutionStart")
                return;
            lock (Found)
                Found.Add(eventData.Payload![0]!.ToString()!);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Amazon.Runtime;
using Amazon.SimpleEmail;
using Amazon.SimpleNotificationService;
using Watchkeeper.Aws.Channels;
using Watchkeeper.Channels;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Receivers;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Storage;

namespace Watchkeeper.Benchmarks.Channels;

/// <summary>
/// Every channel over real connections to servers of this process that take everything, and a real table in SQLite. No address
/// has a pace, or the pace would be measured.
/// </summary>
internal sealed class ChannelWorld : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-channels-").FullName;
    private readonly LocalReceiver receiver;
    private readonly AwsAnswers aws;
    private readonly WebhookClient client;
    private readonly EmbeddedDatabase database;
    private readonly EmbeddedTable table;
    private readonly ImmutableArray<IMessageChannel> channels;
    private int signals;

    private ChannelWorld(LocalReceiver receiver, AwsAnswers aws)
    {
        (this.receiver, this.aws) = (receiver, aws);
        client = new WebhookClient(new RedirectedConnections(receiver.Address), Clock.System);
        database = EmbeddedDatabase.Open(Path.Combine(folder, "table.db"));
        table = new EmbeddedTable(database);
        var credentials = new BasicAWSCredentials("benchmarks", "benchmarks");
        var sns = new AmazonSimpleNotificationServiceClient(
            credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = aws.Url, AuthenticationRegion = "eu-central-1" });
        var ses = new AmazonSimpleEmailServiceClient(
            credentials, new AmazonSimpleEmailServiceConfig { ServiceURL = aws.Url, AuthenticationRegion = "eu-central-1" });
        channels =
        [
            .. SnsChannel.Kinds.Select(kind => new SnsChannel(sns, kind: kind)),
            new SesChannel(ses, "watchkeeper@shop.example"),
            .. ChannelCatalogue.All.Select(kind => new HttpMessageChannel(
                kind, new Lazy<WebhookClient>(client), Clock.System) { IsLocal = true }),
        ];
    }

    /// <summary>An address of each kind.</summary>
    public static ImmutableArray<Channel> Addresses { get; } =
    [
        new(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people"),
        new(ChannelKind.Sms, "+4915112345678"),
        new(ChannelKind.Push, "arn:aws:sns:eu-central-1:123456789012:endpoint/GCM/shop/1"),
        new(ChannelKind.Mail, "orders@shop.example"),
        new(ChannelKind.Slack, "https://hooks.slack.com/services/T0/B0/X"),
        new(ChannelKind.Teams, "https://prod.westeurope.logic.azure.com/workflows/x"),
        new(ChannelKind.Pagerduty, "0123456789abcdef0123456789abcdef"),
        new(ChannelKind.Feishu, "https://open.feishu.cn/open-apis/bot/v2/hook/x"),
        new(ChannelKind.Dingtalk, "https://oapi.dingtalk.com/robot/send?access_token=x"),
        new(ChannelKind.WechatRobot, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x"),
        new(ChannelKind.Wechat, "ww1 7 ops")
        {
            Settings = LabelSet.Empty.With("corp_id", "ww1").With("agent_id", "7").With("api_secret", "x").With("to_user", "ops"),
        },
        new(ChannelKind.Webhook, "https://tickets.shop.example/hook") { Settings = LabelSet.Empty.With("signing_secret", "x") },
    ];

    public static async Task<ChannelWorld> StartAsync()
    {
        var receiver = new LocalReceiver();
        await receiver.ListenAsync();
        return new ChannelWorld(receiver, await AwsAnswers.StartAsync());
    }

    /// <summary>Opens incidents, and returns their changes.</summary>
    public async Task<ImmutableArray<StoreChange>> OpenAsync(int count, CancellationToken cancellationToken)
    {
        var intake = new SignalIntake(new SlotStore(table, TimeSpan.FromDays(30)), To(Addresses), Clock.System);
        var changes = new ChangeTable(database);
        var before = changes.Read(0, int.MaxValue).Length;
        for (var i = 0; i < count; i++)
            await intake.RecordAsync(Signal(++signals), cancellationToken);
        return
        [
            .. changes.Read(0, int.MaxValue).Skip(before)
                .Select(each => StoreChanges.Read(each.Key.Sk, each.Before, each.After)).OfType<SlotChanged>(),
        ];
    }

    /// <summary>What one function does with changes, one after the other.</summary>
    public async Task NotifyAsync(
        ImmutableArray<StoreChange> changes, ImmutableArray<Channel> addresses, CancellationToken cancellationToken)
    {
        var notifier = new Notifier(
            new NotificationLog(table, TimeSpan.FromDays(30)), channels, To(addresses), Clock.System);
        foreach (var change in changes)
        {
            var result = await notifier.NotifyAsync(change, Clock.System.GetUtcNow().AddMinutes(1), cancellationToken);
            if (result is not NotifyResult.Tried { Record: var record } || record.Deliveries.Any(each => each.IsUnfinished))
                throw new BenchmarkException($"a message was not sent: {result}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        database.Dispose();
        await receiver.DisposeAsync();
        await aws.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static WatchkeeperConfiguration To(ImmutableArray<Channel> addresses) => WatchkeeperConfiguration.Default() with
    {
        Route = new Route { Receiver = "everybody" },
        Receivers = ImmutableDictionary<string, Routing.Receiver>.Empty.Add("everybody", new("everybody", addresses)),
    };

    private static Signal Signal(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"shop-order-cpu-{number}");
        return new Signal
        {
            Id = name,
            EventId = name,
            OccurredAt = Clock.System.GetUtcNow(),
            Condition = SignalCondition.Firing,
            Nature = SignalNature.State,
            Reason = "Threshold Crossed: 2 out of the last 3 datapoints were greater than the threshold (80.0).",
            Subject = new Subject
            {
                Fingerprint = new Fingerprint($"alarm/{name}"),
                Source = SignalSource.Alarm,
                Kind = SignalKind.Cpu,
                Name = name,
                Title = "CPUUtilization of shop-order-asg",
                Account = "123456789012",
                Region = "eu-central-1",
                Resource = "shop-order-asg",
                Service = "orders",
                Labels = LabelSet.Empty.With("namespace", "AWS/EC2").With("metric", "CPUUtilization"),
            },
        };
    }
}

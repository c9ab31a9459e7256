using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Channels.Catalogue;
using Watchkeeper.Channels.Webhook;
using Watchkeeper.Routing;
using Watchkeeper.Text;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.Screens;

/// <summary>
/// What a run sends through every channel about the story's first alarm, and about one whose author is hostile, in both
/// languages: <c>story/en/slack.json</c>. Beside a webhook's body lies what is sent with it.
/// </summary>
public sealed class ChannelRun : IAsyncLifetime
{
    /// <summary>What the hostile author names a group, which stands in every headline.</summary>
    private const string Group = "https://evil.example";

    /// <summary>What the hostile author writes into name and description.</summary>
    private const string Hostile = "<!channel> @all <at id=all></at> **x** [y](https://evil.example)";

    private const string Key = "EXAMPLE-OF-A-SIGNING-SECRET";
    private const string Address = "https://tickets.shop.example/incidents";
    private const string Delivery = "0123456789abcdef0123456789abcdef";

    private const string Secrets = $"""
        ssm:/watchkeeper/slack=https://hooks.slack.com/services/T00000000/B00000000/EXAMPLE
        ssm:/watchkeeper/teams=https://prod-00.westeurope.logic.azure.com/workflows/EXAMPLE
        ssm:/watchkeeper/pagerduty=EXAMPLE-KEY-OF-32-CHARACTERS-000
        ssm:/watchkeeper/feishu=https://open.feishu.cn/open-apis/bot/v2/hook/00000000-0000-0000-0000-EXAMPLE
        ssm:/watchkeeper/dingtalk=https://oapi.dingtalk.com/robot/send?access_token=EXAMPLE
        ssm:/watchkeeper/robot=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=EXAMPLE
        ssm:/watchkeeper/webhook={Address}
        ssm:/watchkeeper/key={Key}
        """;

    private static readonly ImmutableArray<(string Locale, string Zone)> Readers =
        [("en", "Europe/Berlin"), ("zh-CN", "Asia/Shanghai")];

    private readonly string root = Directory.CreateTempSubdirectory("watchkeeper-channels-").FullName;

    /// <summary>The names of the channels: those by HTTPS, and the two by SNS that have a form of their own.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        .. ChannelCatalogue.All.Select(channel => channel.Kind).Append(ChannelKind.Sms).Append(ChannelKind.Push)
            .Select(kind => kind.ToKebabCase()),
    ];

    /// <summary>The languages.</summary>
    public static IEnumerable<string> Locales => Readers.Select(reader => reader.Locale);

    /// <summary>The messages about the story's alarm.</summary>
    public string Story => Path.Combine(root, "story");

    /// <summary>The messages about the hostile one.</summary>
    public string HostileStory => Path.Combine(root, "hostile");

    public async ValueTask InitializeAsync()
    {
        var events = Directory.CreateDirectory(Path.Combine(root, "events")).FullName;
        var story = await File.ReadAllTextAsync(
            Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json"));
        await File.WriteAllTextAsync(Path.Combine(events, "010-story.json"), story);
        await File.WriteAllTextAsync(Path.Combine(events, "020-hostile.json"), Spoil(story));
        await File.WriteAllTextAsync(Path.Combine(root, "secrets"), Secrets);
        foreach (var (locale, zone) in Readers)
            await RunAsync(events, locale, zone);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(string events, string locale, string zone)
    {
        var file = Path.Combine(root, $"{locale}.yaml");
        await File.WriteAllTextAsync(file, Configuration(locale, zone));
        var data = Path.Combine(root, $"data-{locale}");
        var (exitCode, _, errors) = await CommandLine.RunAsync(
            Repository.Root,
            "run", "--once", "--data", data, "--events", events, "--config", file, "--secrets", Path.Combine(root, "secrets"));
        exitCode.ShouldBe(0, errors);
        var incidents = Directory.EnumerateFiles(Path.Combine(data, "messages")).Order(StringComparer.Ordinal)
            .GroupBy(path => Path.GetFileName(path).Split("-inc-")[1].Split('-')[0], StringComparer.Ordinal).ToList();
        incidents.Count.ShouldBe(2);
        Keep(incidents[0], Path.Combine(Story, locale));
        Keep(incidents[1], Path.Combine(HostileStory, locale));
    }

    private static void Keep(IEnumerable<string> messages, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var message in messages)
        {
            // «000003-slack-inc-…»
            var kind = Path.GetFileName(message).Split("-inc-")[0].Split('-', 2)[1];
            File.Copy(message, Path.Combine(folder, $"{kind}.json"));
        }

        var body = File.ReadAllBytes(Path.Combine(folder, "webhook.json"));
        var at = JsonElement.Parse(body).GetProperty("at").GetDateTimeOffset();
        var request = new
        {
            address = Address,
            key = Key,
            headers = WebhookSignature.Headers(Key, Delivery, at, body).ToDictionary(StringComparer.Ordinal),
        };
        File.WriteAllText(Path.Combine(folder, "webhook.request.json"), JsonSerializer.Serialize(request));
    }

    private static string Spoil(string alarm)
    {
        var json = JsonNode.Parse(alarm)!;
        var name = $"{json["detail"]!["alarmName"]} {Hostile}";
        json["id"] = "6d1f5e0c-7a43-4f0e-9a55-0f6c2f0b1c11";
        json["resources"] = new JsonArray($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}");
        json["detail"]!["alarmName"] = name;
        var configuration = json["detail"]!["configuration"]!;
        configuration["metrics"]![0]!["metricStat"]!["metric"]!["dimensions"]!["AutoScalingGroupName"] = Group;
        configuration["description"] = $"{Hostile} runbook: https://runbooks.shop.example/order/cpu";
        return json.ToJsonString();
    }

    private static string Configuration(string locale, string zone) => $$"""
        locale: {{locale}}
        time_zone: {{zone}}
        route: {receiver: all}
        receivers:
        - name: all
          sns_configs:
          - {phone_number: "+4915112345678"}
          - {target_arn: "arn:aws:sns:eu-central-1:123456789012:endpoint/APNS/shop/00000000-0000-0000-0000-000000000000"}
          slack_configs: [{api_url: "ssm:/watchkeeper/slack"}]
          msteamsv2_configs: [{webhook_url: "ssm:/watchkeeper/teams"}]
          pagerduty_configs: [{routing_key: "ssm:/watchkeeper/pagerduty"}]
          feishu_configs: [{url: "ssm:/watchkeeper/feishu", secret: "ssm:/watchkeeper/key"}]
          dingtalk_configs: [{url: "ssm:/watchkeeper/dingtalk", secret: "ssm:/watchkeeper/key"}]
          wechat_robot_configs: [{url: "ssm:/watchkeeper/robot"}]
          wechat_configs:
          - {corp_id: ww0000000000000000, agent_id: "1000002", api_secret: "ssm:/watchkeeper/key", to_user: zhang.wei}
          webhook_configs: [{url: "ssm:/watchkeeper/webhook", signing_secret: "ssm:/watchkeeper/key"}]
        """;
}

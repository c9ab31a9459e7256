using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Run.Output;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Cli.Wiring;
using Xunit;

namespace Watchkeeper.Cli.Tests.Run;

/// <summary>The embedded run tells groups by timers, without a sweep.</summary>
public sealed class GroupTimersTests : IAsyncLifetime
{
    private const string Configuration = """
        receivers: [{name: ops, email_configs: [{to: ops@shop.example}]}]
        route: {receiver: ops, group_by: [region], group_wait: 2s, group_interval: 30s}
        """;

    private static readonly DateTimeOffset Start = new(2026, 11, 17, 8, 15, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider real = new(Start);
    private ReplayClock clock = null!;
    private EmbeddedBackend backend = null!;
    private LocalRun run = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Mails =>
        Directory.Exists(Path.Combine(folder.Path, "messages"))
            ? Directory.GetFiles(Path.Combine(folder.Path, "messages"), "*.eml")
            : [];

    public async ValueTask InitializeAsync()
    {
        clock = new ReplayClock(real);
        var names = new PhysicalNames();
        var wiring = Repository.Wiring(
            Testing.Repository.PathOf("template.yaml"), new Dictionary<string, string>(StringComparer.Ordinal), names);
        var application = new EmbeddedApplication(Testing.Repository.PathOf("events", EventFiles.ApplicationFolder));
        var alarms = await application.AlarmsAsync(names.Account, names.Region, clock, Token);
        backend = EmbeddedBackend.Open(wiring, folder.Path, application, alarms, clock);
        run = new LocalRun(backend, LocalBus.Over(wiring), new JsonOutput(TextWriter.Null), clock);
        var beginnings = new RunBeginnings { Configuration = ConfigurationFile.Read(Encoding.UTF8.GetBytes(Configuration), Start) };
        await beginnings.ApplyAsync(backend, Start, Token);
        await run.BeginAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await backend.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_group_is_told_when_its_wait_is_over()
    {
        await FeedAsync("one", "two");
        Mails.ShouldBeEmpty();
        await PassAsync(TimeSpan.FromSeconds(1.9));
        Mails.ShouldBeEmpty();

        await PassAsync(TimeSpan.FromSeconds(0.2));

        (await File.ReadAllTextAsync(Mails.ShouldHaveSingleItem(), Token)).ShouldContain("Together with 1 more");
    }

    [Fact]
    public async Task Who_joins_later_is_told_when_the_interval_is_over()
    {
        await FeedAsync("one");
        await PassAsync(TimeSpan.FromSeconds(2));
        await FeedAsync("two");
        await PassAsync(TimeSpan.FromSeconds(29));
        Mails.Length.ShouldBe(1);

        await PassAsync(TimeSpan.FromSeconds(1));

        Mails.Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_groups_of_a_story_are_told_before_its_next_event()
    {
        await FeedAsync("one");
        real.Advance(TimeSpan.FromMinutes(1));

        await FeedAsync("two");

        Mails.Length.ShouldBe(1);
    }

    private async Task PassAsync(TimeSpan time)
    {
        real.Advance(time);
        await run.TimersAsync(Token);
    }

    private async Task FeedAsync(params ImmutableArray<string> alarms)
    {
        foreach (var name in alarms)
        {
            var json = JsonNode.Parse(await File.ReadAllTextAsync(
                Testing.Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json"), Token))!;
            json["id"] = name;
            json["resources"] = new JsonArray($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}");
            json["detail"]!["alarmName"] = name;
            await run.FeedAsync(new EventFile(name, Encoding.UTF8.GetBytes(json.ToJsonString()), null), Token);
        }
    }
}

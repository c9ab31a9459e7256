using System.Text.Json;
using MimeKit;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.Configured;

/// <summary>The shop's story with the shop's own file: each team hears of what is its own.</summary>
public sealed class ShopStoryTests : IAsyncLifetime
{
    private const string File = "events/application/watchkeeper.yaml";

    private Story story = null!;
    private List<MimeMessage>? mails;

    public async ValueTask InitializeAsync() => story = await Story.RunAsync(Repository.Root, "--config", File);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(story.Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_active_incident_belongs_to_the_service_and_the_owner_that_the_file_says()
    {
        var incidents = await ActiveAsync();

        Counts(incidents, each => $"{each.GetProperty("service").GetString()} {Owner(each)}").ShouldBe(
            ["25 ", "7 orders team-orders", "3 database team-platform", "4 warehouse team-warehouse", "1 payment team-payment"],
            ignoreOrder: true);
        (await ActiveAsync("--filter", "owner=team-warehouse")).Select(Title).ShouldBe(
            [
                "Database shop-warehouse-db runs in one Availability Zone only", "EBSWriteBytes of i-0b7d2f4a6c8e01357",
                "diskio_reads of i-0b7d2f4a6c8e01357", "Bytes out of both servers",
            ],
            ignoreOrder: true);
        (await ActiveAsync("--filter", "service=payment")).Select(Title).ShouldBe(["Administrator rights attached"]);
    }

    [Fact]
    public void Mails_go_to_the_teams_and_to_nobody_else() => Counts(Mails(), mail => mail.To.ToString()).ShouldBe(
        [
            "10 orders@shop.example", "3 warehouse@shop.example", "3 payment@shop.example", "30 security@shop.example",
            "21 operations@shop.example",
        ],
        ignoreOrder: true);

    [Fact]
    public void Chats_and_pagers_get_the_messages_of_their_receivers()
    {
        var kinds = Directory.EnumerateFiles(Path.Combine(story.Data, "messages"), "*.json")
            .Select(path => Path.GetFileName(path).Split('-')[1]);

        Counts(kinds, kind => kind).ShouldBe(["10 slack", "3 feishu", "18 pagerduty", "18 sns"], ignoreOrder: true);
        ReadmeSection.Read("Chats and pagers").Script.ShouldContain(
            "messages: 3 feishu sent, 16 mail grouped, 2 mail held, 65 mail sent, 5 mail suppressed, 2 mail undelivered, 18 pagerduty sent, "
            + "4 pagerduty suppressed, 1 slack grouped, 2 slack held, 10 slack sent, 5 slack suppressed, 18 sns sent, 4 sns suppressed");
    }

    [Theory]
    [InlineData("orders", "Service: orders", "Owner: team-orders")]
    [InlineData("payment", "Service: payment", "Owner: team-payment")]
    [InlineData("warehouse", "所属服务：warehouse", "负责团队：team-warehouse")]
    public void Each_mail_to_a_team_is_about_its_own_service(string team, params string[] parts)
    {
        foreach (var part in parts)
            MailsTo(team).ShouldAllBe(mail => mail.TextBody!.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void The_warehouse_reads_Chinese_and_its_own_time()
    {
        // 08:40 UTC in Shanghai.
        var mails = MailsTo("warehouse");
        mails.ShouldContain(mail => mail.TextBody!.Contains("始于 16:40 (08:40 UTC)", StringComparison.Ordinal));
        mails.ShouldAllBe(mail => mail.TextBody!.Contains("账户", StringComparison.Ordinal));
        Mails().Except(mails).ShouldAllBe(mail => !mail.TextBody!.Contains("账户", StringComparison.Ordinal));
    }

    [Fact]
    public void Security_hears_of_every_recorded_call_and_of_nothing_else()
    {
        var calls = story.Lines.Where(line => line.GetProperty("reason").GetString() == "opened" && IsTrail(line))
            .Select(line => line.GetProperty("incident").GetString()!).ToList();
        var told = story.Consequences("message")
            .Where(each => each.GetProperty("channel").GetString() == "mail security@shop.example")
            .Select(each => each.GetProperty("incident").GetString()!).Distinct().ToList();

        calls.Count.ShouldBeGreaterThan(15);
        told.ShouldBe(calls, ignoreOrder: true);
    }

    [Fact]
    public async Task The_file_changes_who_is_told_and_makes_nothing_fail()
    {
        var plain = await Story.RunAsync(Repository.Root);
        try
        {
            Failed(story).ShouldBe(Failed(plain));
            // Nothing waits to be tried again.
            story.Consequences("message").Concat(story.LaterConsequences("message")).Select(Status)
                .ShouldBeSubsetOf(["sent", "undelivered", "held", "grouped", "merged", "suppressed"]);
            story.Lines.Select(line => line.GetProperty("incident").GetString())
                .ShouldBe(plain.Lines.Select(line => line.GetProperty("incident").GetString()));
        }
        finally
        {
            Directory.Delete(plain.Data, recursive: true);
        }
    }

    private static bool IsTrail(JsonElement line) => line.GetProperty("function").GetString() == "TrailFunction";

    private static string? Status(JsonElement each) => each.GetProperty("status").GetString();

    private static IEnumerable<string> Failed(Story story) => story.Lines
        .Where(line => line.GetProperty("outcome").GetString() == "failed")
        .Select(line => $"{line.GetProperty("file").GetString()}: {line.GetProperty("path").GetString()}");

    private static string Title(JsonElement incident) => incident.GetProperty("title").GetString()!;

    private static string? Owner(JsonElement incident) =>
        incident.GetProperty("labels").TryGetProperty("owner", out var owner) ? owner.GetString() : "";

    private static IEnumerable<string> Counts<T>(IEnumerable<T> all, Func<T, string> key) => all
        .GroupBy(key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key.Trim()}");

    private List<MimeMessage> MailsTo(string team)
    {
        var mails = Mails().Where(mail => mail.To.ToString() == $"{team}@shop.example").ToList();
        mails.ShouldNotBeEmpty();
        return mails;
    }

    private List<MimeMessage> Mails() => mails ??=
    [
        .. Directory.EnumerateFiles(Path.Combine(story.Data, "messages"), "*.eml").Select(path => MimeMessage.Load(path)),
    ];

    private async Task<List<JsonElement>> ActiveAsync(params string[] filter)
    {
        var (exitCode, output, errors) = await CommandLine.RunAsync(
            Repository.Root, ["incidents", "--output", "json", "--limit", "100", "--data", story.Data, .. filter]);
        exitCode.ShouldBe(0, errors);
        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
                .Where(each => each.TryGetProperty("id", out _)),
        ];
    }
}

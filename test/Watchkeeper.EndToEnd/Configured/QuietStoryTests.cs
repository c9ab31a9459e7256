using System.Text.Json;
using MimeKit;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.EndToEnd.Configured;

/// <summary>What the shop's own file keeps quiet in the shop's story, and when people hear of it.</summary>
public sealed class QuietStoryTests : IAsyncLifetime
{
    private const string Orders = "inc-6afc0da4c5c041de4098";
    private const string Payment = "inc-6afc10dadd262b84b1f1";

    private Story story = null!;

    public async ValueTask InitializeAsync() =>
        story = await Story.RunAsync(Repository.Root, "--config", "events/application/watchkeeper.yaml");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(story.Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void An_outage_of_the_database_keeps_what_depends_on_it_quiet() => Ends(Orders, "mail orders@shop.example").ShouldBe(
        [
            "opened held by grouping service=\"orders\" (waits for others of its group)",
            "opened held by dependency inc-6afc0e12ad9bd98cae77 (orders → database: critical CPUUtilization of shop-db)",
            "resolved suppressed the incident itself was never told to this address",
            "opened suppressed it ended while it was kept quiet",
        ]);

    [Fact]
    public void What_still_fires_when_maintenance_ends_is_told_then_and_says_why_it_comes_late()
    {
        Ends(Payment, "mail payment@shop.example").Take(3).ShouldBe(
            [
                "opened held by time interval payment-maintenance",
                "opened held by grouping service=\"payment\" (waits for others of its group)",
                "opened sent",
            ]);
        var mail = Mails(Payment).First();
        mail.Date.ShouldBe(new DateTimeOffset(2026, 11, 17, 8, 50, 30, TimeSpan.Zero));
        mail.TextBody.ShouldNotBeNull().ShouldContain("Kept quiet until now by time interval payment-maintenance.");
    }

    [Fact]
    public void Many_calls_of_an_intruder_at_once_become_few_mails_that_name_them_all()
    {
        var security = All.Where(each => Text(each, "channel") == "mail security@shop.example").ToList();
        var merged = security.Where(each => Text(each, "status") == "grouped").Select(each => Text(each, "incident"))
            .Distinct().ToList();
        merged.ShouldNotBeEmpty();
        var texts = Directory.GetFiles(Path.Combine(story.Data, "messages"), "*.eml").Select(file => MimeMessage.Load(file))
            .Where(mail => mail.To.ToString() == "security@shop.example").Select(mail => mail.TextBody ?? "")
            .Where(text => text.Contains("Many messages at once", StringComparison.Ordinal)).ToList();

        texts.ShouldNotBeEmpty();
        foreach (var incident in merged)
        {
            var title = story.Lines.First(line => Text(line, "incident") == incident).GetProperty("title").GetString()!;
            texts.ShouldContain(text => text.ReplaceLineEndings(" ").Contains(title, StringComparison.Ordinal), title);
        }
    }

    // What events and schedules caused, in the order of the story.
    private IEnumerable<JsonElement> InOrder => story.Lines.Concat(story.Ticks)
        .OrderBy(line => line.GetProperty("time").GetDateTimeOffset())
        .SelectMany(line => line.GetProperty("consequences").EnumerateArray()).Where(each => Text(each, "kind") == "message");

    private IEnumerable<JsonElement> All => story.Consequences("message").Concat(story.LaterConsequences("message"));

    private List<string> Ends(string incident, string channel) =>
    [
        .. InOrder.Where(each => Text(each, "incident") == incident && Text(each, "channel") == channel)
            .Select(each => Text(each, "status") is "sent"
                ? $"{Text(each, "what")} sent"
                : $"{Text(each, "what")} {Text(each, "status")} {Text(each, "detail")}"),
    ];

    private IEnumerable<MimeMessage> Mails(string incident) =>
        Directory.GetFiles(Path.Combine(story.Data, "messages"), $"*-mail-{incident}-*.eml")
            .Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file));

    private static string? Text(JsonElement each, string name) => each.GetProperty(name).GetString();
}

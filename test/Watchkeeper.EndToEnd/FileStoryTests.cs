using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>Runs the README's first command in a process, on the repository's own events.</summary>
public sealed partial class FileStoryTests : IAsyncLifetime
{
    private const string PortOpen = "Port 22 of security group sg-04f5e6d7c8b9a0112 (shop-bastion-sg) is open to everybody";

    private Story story = null!;

    public async ValueTask InitializeAsync() => story = await Story.RunAsync(Repository.Root);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(story.Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Every_event_file_is_reported_and_ends_in_one_outcome()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "events"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, "events"), file).Replace('\\', '/'))
            .Where(file => file.Split('/')[0] is not ("application" or "stream"));

        story.Lines.Select(line => line.GetProperty("file").GetString()!).Distinct().ShouldBe(files, ignoreOrder: true);
        story.Lines.ShouldAllBe(line => Outcomes.Contains(line.GetProperty("outcome").GetString()));
    }

    [Fact]
    public void Every_bad_event_is_kept_byte_for_byte_with_reason_and_path()
    {
        var bad = story.Lines.Where(line => line.GetProperty("file").GetString()!.StartsWith("bad/", StringComparison.Ordinal))
            .ToList();

        bad.ShouldNotBeEmpty();
        foreach (var line in bad.Where(line => line.GetProperty("outcome").GetString() == "failed"))
        {
            var note = JsonDocument.Parse(File.ReadAllBytes(line.GetProperty("dead_letter").GetString()!)).RootElement;
            note.GetProperty("path").GetString().ShouldBe(line.GetProperty("path").GetString());
            note.GetProperty("reason").GetString().ShouldBe(line.GetProperty("reason").GetString());
            var kept = Path.Combine(
                Path.GetDirectoryName(line.GetProperty("dead_letter").GetString()!)!, note.GetProperty("event").GetString()!);
            File.ReadAllBytes(kept)
                .ShouldBe(File.ReadAllBytes(Path.Combine(Repository.Root, "events", line.GetProperty("file").GetString()!)));
        }
    }

    [Fact]
    public void Every_other_event_is_understood() => story.Lines
        .Where(line => line.GetProperty("outcome").GetString() == "failed"
            && !line.GetProperty("file").GetString()!.StartsWith("bad/", StringComparison.Ordinal))
        .Select(line => line.GetProperty("reason").GetString())
        .ShouldBeEmpty();

    [Fact]
    public void Each_audit_is_compared_with_the_one_before_and_with_notifications()
    {
        AuditOf("010-daily-advisor-run.json").ShouldBe(
            [
                ("opened", "Database shop-warehouse-db runs in one Availability Zone only"),
                ("opened", "Access key AKIAIOSFODNN7EXAMPLE of shop-deployer is 837 days old"),
                ("opened", PortOpen),
            ],
            ignoreOrder: true);
        AuditOf("030-daily-advisor-run-a-day-later.json").ShouldBe(
            [("escalated", "Database shop-warehouse-db runs in one Availability Zone only"), ("resolved", PortOpen)],
            ignoreOrder: true);
    }

    [Fact]
    public void One_state_change_is_recognised_in_three_forms()
    {
        var ways = story.Lines.Where(line => line.GetProperty("file").GetString()!
            .Contains("080-payment-queue-old-alarm", StringComparison.Ordinal)).ToList();

        ways.Count.ShouldBe(3);
        ways.Select(way => way.GetProperty("reason").GetString())
            .ShouldBe(["opened", "duplicate", "duplicate"], ignoreOrder: true);
        ways.Select(way => way.GetProperty("incident").GetString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_mail_program_can_read_the_mails()
    {
        var mails = Directory.EnumerateFiles(Path.Combine(story.Data, "messages"), "*.eml")
            .Select(file => MimeMessage.Load(file)).ToList();

        // Feedback on a mail is no further mail.
        mails.Count.ShouldBe(
            Messages.Where(each => each.GetProperty("channel").GetString()!.StartsWith("mail ", StringComparison.Ordinal))
                .Count(each => each.GetProperty("detail").GetString()!.EndsWith(".eml", StringComparison.Ordinal)));
        mails.ShouldAllBe(mail => mail.To.Mailboxes.Single().Address == "operations@shop.example"
            && mail.HtmlBody!.Length > 0 && mail.TextBody!.Length > 0);
    }

    [Fact]
    public void The_mails_of_each_incident_are_one_conversation_and_apart_from_all_others()
    {
        var conversations = Directory.EnumerateFiles(Path.Combine(story.Data, "messages"), "*.eml").Order(StringComparer.Ordinal)
            .GroupBy(file => IncidentId().Match(file).Value, file => MimeMessage.Load(file), StringComparer.Ordinal)
            .Select(mails => mails.ToList()).ToList();

        conversations.Count(mails => mails.Count > 1).ShouldBeGreaterThan(10);
        foreach (var mails in conversations)
        {
            mails.Skip(1).ShouldAllBe(later => MailConversation.IsOne(mails[0], later) && later.InReplyTo == mails[0].MessageId);
            conversations.Where(other => other != mails).Select(other => other.Last())
                .ShouldAllBe(other => !MailConversation.IsOneAnywhere(mails[0], other));
        }
    }

    [Fact]
    public void Every_publication_fits_the_published_schema()
    {
        var schema = new JsonSchemaCheck(
            File.ReadAllText(Repository.PathOf("src/Watchkeeper/Notification/message.schema.json")));
        var publications = Directory.GetFiles(Path.Combine(story.Data, "messages"), "*-sns-*.json");

        publications.Length.ShouldBeGreaterThan(20);
        foreach (var file in publications)
            schema.Errors(Form(file, "default")).ShouldBeEmpty(file);
    }

    [Fact]
    public void The_README_shows_what_each_subscriber_gets_of_the_first_alarm()
    {
        var folder = Path.Combine(story.Data, "messages");
        var topic = Directory.GetFiles(folder, "*-sns-inc-6afc0d04d84891fb3f11-opened-*.json").Single();
        var mail = Directory.GetFiles(folder, "*-mail-inc-6afc0d04d84891fb3f11-opened-*.eml").Single();
        var rows = ReadmeSection.Read("What each kind of subscriber gets").Rows;

        rows.Length.ShouldBe(7);
        foreach (var row in rows)
        {
            var protocol = ReadmeSection.Quoted(row[0])[0];
            var whole = protocol is "MailAddress" ? File.ReadAllText(mail) : Form(topic, protocol);
            foreach (var example in ReadmeSection.Quoted(row[2]))
                whole.ShouldContain(example);
        }
    }

    [Fact]
    public void The_sweep_reminds_of_active_incidents_a_day_later()
    {
        var reminded = story.LaterConsequences("incident").ToList();

        reminded.Count.ShouldBeGreaterThan(1);
        reminded.ShouldAllBe(each => each.GetProperty("what").GetString() == "reminded");
        story.LaterConsequences("message").Where(each => each.GetProperty("what").GetString() == "reminded")
            .DistinctBy(each => (each.GetProperty("incident").GetString(), each.GetProperty("channel").GetString()))
            .Count().ShouldBe(2 * reminded.Count);
    }

    [Fact]
    public void Reactions_report_what_they_would_have_done_and_do_nothing()
    {
        var reactions = story.Consequences("reaction").ToList();

        reactions.ShouldContain(each => each.GetProperty("what").GetString() == "scale-out");
        reactions.ShouldContain(each => each.GetProperty("what").GetString() == "replace-instance");
        reactions.ShouldAllBe(
            each => each.GetProperty("status").GetString() == "would-do" || each.GetProperty("status").GetString() == "refused");
    }

    [Fact]
    public void The_fate_of_each_mail_is_recorded_once_SES_reported_it()
    {
        var told = story.Lines.Where(line => line.GetProperty("file").GetString()!.StartsWith("mail/", StringComparison.Ordinal))
            .ToList();

        told.Select(line => line.GetProperty("reason").GetString()).ShouldBe(
            [
                "delayed", "undelivered", "duplicate", "undelivered", "undelivered", "complained", "undelivered",
                "another-sender", "row-gone",
            ]);
        var bounced = told[1].GetProperty("consequences").EnumerateArray().ShouldHaveSingleItem();
        bounced.GetProperty("channel").GetString().ShouldBe("mail operations@shop.example");
        bounced.GetProperty("status").GetString().ShouldBe("undelivered");
        bounced.GetProperty("detail").GetString()!
            .ShouldStartWith("could not be delivered: bounced: Permanent, General: smtp; 550 5.7.26");
        told[2].GetProperty("consequences").GetArrayLength().ShouldBe(0);
    }

    // What a subscriber by this protocol gets; «default» if the publication has no form of its own for it.
    private static string Form(string file, string protocol)
    {
        using var publication = JsonDocument.Parse(File.ReadAllText(file));
        using var body = JsonDocument.Parse(publication.RootElement.GetProperty("Message").GetString()!);
        return body.RootElement.TryGetProperty(protocol, out var own)
            ? own.GetString()!
            : body.RootElement.GetProperty("default").GetString()!;
    }

    private IEnumerable<JsonElement> Messages => story.Consequences("message").Concat(story.LaterConsequences("message"));

    private IEnumerable<(string? Reason, string? Title)> AuditOf(string file) => story.Lines
        .Where(line => line.GetProperty("file").GetString() == $"schedule/{file}")
        .Select(line => (
            line.GetProperty("reason").GetString(),
            line.GetProperty("title").GetString()));

    [GeneratedRegex("inc-[0-9a-f]{20}", RegexOptions.NonBacktracking)]
    private static partial Regex IncidentId();

    private static readonly string?[] Outcomes = ["recorded", "merged", "suppressed", "ignored", "failed"];
}

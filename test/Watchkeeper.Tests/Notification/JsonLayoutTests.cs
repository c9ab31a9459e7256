using System.Globalization;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public class JsonLayoutTests
{
    [Fact]
    public void A_silence_that_is_about_to_end_is_named_and_the_incident_is_as_it_was()
    {
        var json = MessageRenderer.Render(SampleEntries.Create(Transition.SilenceEnding, minutes: 72), Locale.English).Json;

        using var document = JsonDocument.Parse(json);
        var message = document.RootElement;
        message.GetProperty("transition").GetString().ShouldBe("silence-ending");
        message.GetProperty("entry").ValueKind.ShouldBe(JsonValueKind.Null);
        message.GetProperty("incident").GetProperty("status").GetString().ShouldBe("open");
        message.GetProperty("silence").GetRawText().ShouldBe(
            """{"id":"sil-69a527cb0011223344","endsAt":"2026-11-24T08:50:05Z","by":"anna","reason":"the database moves"}""");
    }

    [Fact]
    public void The_member_names_of_a_transition_are_stable()
    {
        var json = MessageRenderer.Render(SampleEntries.Create(Transition.Resolved, minutes: 72), Locale.English).Json;

        json.ShouldNotContain("\n");
        using var document = JsonDocument.Parse(json);
        Names(document.RootElement).ShouldBe(
            "schema key transition at incident subject entry reaction group silence locale headline mailSubject timing lead reactionNote why advice "
                + "harmlessIf runbook links");
        var incident = document.RootElement.GetProperty("incident");
        Names(incident).ShouldBe(
            "id status severity openedAt resolvedAt durationSeconds acknowledgedBy signals reopenings mute mutedBy mutedUntil");
        incident.GetProperty("status").GetString().ShouldBe("resolved");
        incident.GetProperty("durationSeconds").GetInt64().ShouldBe(4320);
        incident.GetProperty("openedAt").GetString().ShouldBe("2026-11-24T07:23:05Z");
        var subject = document.RootElement.GetProperty("subject");
        Names(subject).ShouldBe("fingerprint source kind name title service account region partition resource labels");
        subject.GetProperty("labels").GetProperty("AutoScalingGroupName").GetString().ShouldBe("order-web");
        Names(document.RootElement.GetProperty("entry")).ShouldBe("reason because eventId occurredAt recordedAt");
        document.RootElement.GetProperty("reaction").ValueKind.ShouldBe(JsonValueKind.Null);
        document.RootElement.GetProperty("links")[0].ToString().ShouldBe(
            """{"target":"alarm","name":"Alarm","url":"https://eu-central-1.console.aws.amazon.com/cloudwatch/home?"""
                + """region=eu-central-1#alarmsV2:alarm/order-cpu"}""");
    }

    [Fact]
    public void The_member_names_of_a_reaction_are_stable()
    {
        var entry = SampleEntries.Create(ReactionStatus.WouldDo, new ReactionAction.SetDesiredCapacity("order-web", 2, 3));

        using var document = JsonDocument.Parse(MessageRenderer.Render(entry, Locale.Chinese).Json);

        document.RootElement.GetProperty("entry").ValueKind.ShouldBe(JsonValueKind.Null);
        document.RootElement.GetProperty("locale").GetString().ShouldBe("zh-CN");
        document.RootElement.GetProperty("reaction").ToString().ShouldBe(
            """{"name":"scale-out","step":"scale-out.0","mode":"dry-run","status":"would-do","refusal":"""
                + """null,"detail":"","plannedAt":"2026-11-24T07:23:09Z","finishedAt":"2026-11-24T07:23:10Z","action":"""
                + """{"target":"group/order-web","type":"set-desired-capacity","group":"order-web","from":2,"to":3}}""");
    }

    [Fact]
    public void A_replaced_instance_is_described()
    {
        var entry = SampleEntries.Create(ReactionStatus.Done, new ReactionAction.MarkUnhealthy("order-web", "i-1"));

        using var document = JsonDocument.Parse(MessageRenderer.Render(entry, Locale.English).Json);

        document.RootElement.GetProperty("reaction").GetProperty("action").ToString().ShouldBe(
            """{"target":"instance/i-1","type":"mark-unhealthy","group":"order-web","instance":"i-1"}""");
    }

    [Fact]
    public void The_JSON_is_readable_for_people_too() =>
        MessageRenderer.Render(
                SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Name = "订单" }), Locale.Chinese)
            .Json.ShouldContain("\"name\":\"订单\"");

    private static readonly UnicodeCategory[] Unseen =
        [UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator];

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Event_text_can_be_read_back_unchanged(string name)
    {
        var text = HostileText.Get(name);
        var entry = SampleEntries.Create(
            Transition.Opened, SampleEntries.Subject with { Name = text, Labels = LabelSet.Empty.With(text, text) },
            because: text);

        var json = MessageRenderer.Render(entry, Locale.English).Json;

        json.Any(c => c is '<' or '>' or '&' || char.IsControl(c) || Unseen.Contains(char.GetUnicodeCategory(c))).ShouldBeFalse();
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var subject = document.RootElement.GetProperty("subject");
        subject.GetProperty("name").GetString().ShouldBe(Stored(text, SubjectLimits.Name));
        subject.GetProperty("labels").EnumerateObject().Single().Name.ShouldBe(Stored(text, SubjectLimits.LabelValue));
        document.RootElement.GetProperty("entry").GetProperty("because").GetString()
            .ShouldBe(Stored(text, SubjectLimits.Description));
        document.RootElement.GetProperty("incident").GetProperty("severity").GetString().ShouldBe("high");
    }

    // A lone surrogate is the one thing that JSON text in UTF-8 cannot hold.
    private static string Stored(string text, int limit) =>
        string.Concat(InertText.Shorten(text, limit).EnumerateRunes().Select(rune => rune.ToString()));

    private static string Names(JsonElement element) =>
        string.Join(' ', element.EnumerateObject().Select(property => property.Name));
}

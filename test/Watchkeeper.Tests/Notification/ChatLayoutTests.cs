using System.Text.Json;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>The notification as Amazon Q Developer's administrator guide describes it («Custom notifications», schema 1.0).</summary>
public sealed class ChatLayoutTests
{
    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Fact]
    public void It_has_the_schema_of_a_custom_notification()
    {
        var chat = Render(SampleEntries.Create(Transition.Opened));

        chat.GetProperty("version").GetString().ShouldBe("1.0");
        chat.GetProperty("source").GetString().ShouldBe("custom");
        var content = chat.GetProperty("content");
        content.GetProperty("textType").GetString().ShouldBe("client-markdown");
        content.GetProperty("title").GetString().ShouldStartWith("[HIGH] Opened: ");
        content.GetProperty("nextSteps").EnumerateArray().Count().ShouldBeGreaterThan(1);
        content.GetProperty("keywords").EnumerateArray().Select(each => each.GetString())
            .ShouldBe(["HIGH", "order", "eu-central-1"]);
        var metadata = chat.GetProperty("metadata");
        metadata.GetProperty("eventType").GetString().ShouldBe("opened");
        metadata.GetProperty("relatedResources")[0].GetString().ShouldBe("order-web");
        metadata.GetProperty("additionalContext").GetProperty("severity").GetString().ShouldBe("high");
    }

    [Fact]
    public void All_notifications_of_an_incident_are_one_thread_and_each_has_an_id()
    {
        var all = Enum.GetValues<Transition>()
            .Select(transition => Render(SampleEntries.Create(transition) with { Key = $"T#{(int)transition:D10}" }))
            .Append(Render(SampleEntries.Create(ReactionStatus.WouldDo))).ToList();

        all.Select(chat => chat.GetProperty("metadata").GetProperty("threadId").GetString()).Distinct()
            .ShouldBe(["inc-6924068912ab34cd56ef"]);
        all.Select(chat => chat.GetProperty("id").GetString()).Distinct().Count().ShouldBe(all.Count);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Event_text_is_no_markdown_and_stays_in_bounds(string name)
    {
        var text = HostileText.Get(name);
        var subject = SampleEntries.Subject with { Name = text, Title = text, Service = text, Resource = text, Region = text };
        var chat = Render(SampleEntries.Create(Transition.Opened, subject, because: text));

        var content = chat.GetProperty("content");
        content.GetProperty("title").GetString()!.IndexOfAny(['<', '>', '`', '*', '~', '@']).ShouldBe(-1);
        var description = content.GetProperty("description").GetString()!;
        description.Length.ShouldBeLessThanOrEqualTo(2802);
        description.IndexOfAny(['<', '>', '@', '~']).ShouldBe(-1);
        // Only labels of ours are bold, and only values stand in code spans.
        foreach (var line in description.Split('\n'))
            (line.Count(c => c is '*'), line.Count(c => c is '`')).ShouldBeOneOf((0, 0), (2, 0), (2, 2));
        content.GetProperty("nextSteps").EnumerateArray().ShouldAllBe(step => step.GetString()!.Length < 2500);
    }

    [Fact]
    public void It_speaks_the_readers_language() =>
        Render(SampleEntries.Create(Transition.Opened), Locale.Chinese).GetProperty("content").GetProperty("title").GetString()
            .ShouldStartWith("【高】发生：");

    private static JsonElement Render(Watchkeeper.Notification.TimelineEntry entry, Locale locale = Locale.English) =>
        JsonDocument.Parse(MessageRenderer.Render(entry, locale).Chat).RootElement.Clone();
}

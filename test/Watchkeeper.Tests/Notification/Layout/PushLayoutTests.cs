using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Layout;

public sealed class PushLayoutTests
{
    public static TheoryData<string> Texts => [.. HostileText.Names];

    [Theory]
    [InlineData(Locale.English, "Since 07:23 UTC · eu-central-1 #6924068912")]
    [InlineData(Locale.Chinese, "始于 07:23 UTC · eu-central-1 #6924068912")]
    public void Below_the_headline_a_phone_shows_since_when_and_what_to_do(Locale locale, string first)
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), locale);

        var lines = message.Push.Split('\n');

        lines[0].ShouldBe(first);
        lines[^1].ShouldBe(message.Content.Advice);
        message.Push.ShouldNotContain(message.Content.What);
    }

    [Fact]
    public void An_act_says_who_did_it()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, SampleActs.Group), Locale.English);

        message.Push.Split('\n')[1].ShouldBe(message.Content.Lead);
        message.Push.ShouldContain("jonas");
    }

    [Theory, MemberData(nameof(Texts))]
    public void Hostile_text_makes_no_line_of_its_own_and_the_id_stays(string name)
    {
        var pairs = HostileEntries.Together(HostileText.Get(name)).Select(pair => pair.Hostile).ToList();

        pairs.ShouldNotBeEmpty();
        foreach (var entry in pairs)
        {
            var message = MessageRenderer.Render(entry, Locale.English);
            message.Push.Length.ShouldBeLessThanOrEqualTo(PushLayout.MaxLength);
            message.Push.Split('\n').Length.ShouldBeLessThanOrEqualTo(4);
            message.Push.Split('\n')[0].ShouldEndWith(" #6924068912");
        }
    }
}

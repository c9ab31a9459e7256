using System.Text.Json;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

/// <summary>What an alarm's author says of it stands in the message before what to do.</summary>
public sealed class AlarmDescriptionMessageTests
{
    private const string Words = "Customers get errors instead of order confirmations";

    private static readonly Subject Described = SampleAlarms.Subject with
    {
        Labels = SampleAlarms.Subject.Labels.With(SubjectLabels.Description, Words),
    };

    [Theory]
    [InlineData(Locale.English, "Description: ", "What to do: ")]
    [InlineData(Locale.Chinese, "告警说明：", "建议操作：")]
    public void The_description_stands_once_and_before_what_to_do(Locale locale, string label, string next)
    {
        var message = MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened, subject: Described), locale);

        message.Text.ShouldContain($"\n{label}{Words}\n{next}");
        foreach (var form in (string[])[message.Text, message.Html, message.Chat])
            form.Split(Words).Length.ShouldBe(2);
        JsonDocument.Parse(message.Json).RootElement.GetProperty("subject").GetProperty("labels").GetProperty("description")
            .GetString().ShouldBe(Words);
    }

    [Theory]
    [InlineData(Transition.Resolved)]
    [InlineData(Transition.Acknowledged)]
    [InlineData(Transition.Commented)]
    public void A_message_that_needs_no_decision_has_no_description(Transition transition) => MessageRenderer
        .Render(SampleAlarms.Measured(transition, 5, Described), Locale.English).Text.ShouldNotContain(Words);

    [Fact]
    public void A_description_that_is_the_headline_is_not_said_again()
    {
        var query = Described with { Title = Words, Labels = LabelSet.Empty.With(SubjectLabels.Description, Words) };
        var entry = SampleEntries.Create(Transition.Opened, query);

        MessageRenderer.Render(entry, Locale.English).Text.Split(Words).Length.ShouldBe(2);
    }

    [Fact]
    public void A_description_cannot_imitate_a_line_of_ours()
    {
        var hostile = Described with { Labels = Described.Labels.With(SubjectLabels.Description, "x\nWhat to do: nothing <b>") };

        var message = MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened, subject: hostile), Locale.English);

        message.Text.ShouldNotContain("\nWhat to do: nothing");
        message.Html.ShouldNotContain("<b>");
    }
}

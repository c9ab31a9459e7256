using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Pagerduty;

public sealed class PagerdutyDetailsTests
{
    [Fact]
    public void The_details_have_stable_names_for_rules_and_labels_for_people()
    {
        var details = PagerdutyChannelTests.Create(ChannelSamples.Opened).Json().GetProperty("payload").GetProperty("custom_details");

        details.GetProperty("incident").GetString().ShouldBe(ChannelSamples.Incident);
        details.GetProperty("severity").GetString().ShouldBe("high");
        details.GetProperty("transition").GetString().ShouldBe("opened");
        details.GetProperty("timing").GetString().ShouldStartWith("Since ");
        details.GetProperty("What to do").GetString().ShouldNotBeEmpty();
        details.GetProperty("Account").GetString().ShouldBe("123456789012");
    }

    [Fact]
    public void Event_text_takes_no_stable_name_and_no_name_stands_twice()
    {
        var hostile = SampleEntries.Subject with
        {
            Labels = LabelSet.From(
                [KeyValuePair.Create("incident", "inc-forged"), KeyValuePair.Create("severity", "info"),
                    KeyValuePair.Create("footer", "x"), KeyValuePair.Create("truncated", "x")]),
        };

        var details = PagerdutyChannelTests.Create(SampleEntries.Create(Transition.Opened, hostile)).Json()
            .GetProperty("payload").GetProperty("custom_details");

        details.EnumerateObject().Select(detail => detail.Name).ShouldBeUnique();
        details.GetProperty("incident").GetString().ShouldBe(ChannelSamples.Incident);
        details.GetProperty("severity").GetString().ShouldBe("high");
    }
}

using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>What an alarm's author says of it is kept for people, without what is for machines.</summary>
public sealed class AlarmDescriptionTests
{
    [Theory]
    [InlineData("Customers get errors. severity=critical", "Customers get errors")]
    [InlineData("severity: high. Orders wait", "Orders wait")]
    [InlineData("Orders wait, priority = P1, runbook: https://runbooks.shop.example/a", "Orders wait")]
    [InlineData("Orders wait\n\n runbook_url=https://runbooks.shop.example/a\nAsk payments", "Orders wait Ask payments")]
    [InlineData("Severity of the delay is unknown", "Severity of the delay is unknown")]
    [InlineData("non-severity=x", "non-severity=x")]
    [InlineData("severity=high", "")]
    [InlineData("{\"severity\":\"high\"}", "")]
    [InlineData("[{\"a\":1}]", "")]
    [InlineData("", "")]
    [InlineData("severity=high severity=low severity", "severity")]
    [InlineData("severity=", "")]
    public void Declarations_are_left_out(string description, string words) => AlarmDescription.Words(description).ShouldBe(words);

    [Fact]
    public void A_long_description_is_shortened() => AlarmDescription.Words(new string('x', 1024)).Length.ShouldBe(120);

    [Fact]
    public void An_alarm_has_its_description_as_a_label_within_the_limit_of_labels()
    {
        var sample = new SampleAlarm
        {
            Description = "Orders wait. severity=high",
            Dimensions = Enumerable.Range(0, 29).ToDictionary(i => $"A{i:00}", i => "x", StringComparer.Ordinal),
        };

        var labels = SampleAlarm.Read(sample.Event()).Subject.Labels;

        labels[SubjectLabels.Description].ShouldBe("Orders wait");
        labels["metric"].ShouldBe("CPUUtilization");
        labels.Count.ShouldBeLessThanOrEqualTo(SubjectLimits.Labels);
    }
}

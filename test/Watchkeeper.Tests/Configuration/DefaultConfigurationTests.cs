using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Configuration;

public class DefaultConfigurationTests
{
    private static readonly Channel Topic = new(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:shop");
    private static readonly Channel Mail = new(ChannelKind.Mail, "operations@shop.example.com");

    [Theory]
    [InlineData(SignalKind.Cpu, Severity.Critical, "default")]
    [InlineData(SignalKind.Cpu, Severity.High, "default")]
    [InlineData(SignalKind.Cpu, Severity.Medium, "")]
    [InlineData(SignalKind.HealthScheduledChange, Severity.High, "default")]
    [InlineData(SignalKind.HealthScheduledChange, Severity.Medium, "planned")]
    [InlineData(SignalKind.HealthScheduledChange, Severity.Low, "")]
    public void Severe_incidents_and_planned_changes_of_the_next_weeks_have_a_receiver(
        SignalKind kind, Severity severity, string receiver)
    {
        var labels = IncidentLabels.From(new Incident
        {
            Id = "inc-1",
            Status = IncidentStatus.Open,
            Severity = severity,
            Subject = Subject(kind: kind),
            OpenedAt = Noon,
            Signals = 1,
        });

        string.Join(' ', WatchkeeperConfiguration.Default(Topic, Mail).Route.Match(labels)).ShouldBe(receiver);
    }

    [Fact]
    public void A_planned_change_is_told_by_mail_alone()
    {
        WatchkeeperConfiguration.Default(Topic, Mail).Receivers["planned"].Channels.ShouldBe([Mail]);
        // A topic may have subscribers by SMS, and a date in three weeks wakes nobody.
        WatchkeeperConfiguration.Default(Topic).Receivers["planned"].Channels.ShouldBeEmpty();
    }

    [Fact]
    public void A_receiver_without_channels_reaches_nobody()
    {
        var labels = LabelSet.Empty.With("kind", "health-scheduled-change").With("severity", "medium");

        WatchkeeperConfiguration.Default(Topic, Mail).Reaches(labels).ShouldBeTrue();
        WatchkeeperConfiguration.Default(Topic).Reaches(labels).ShouldBeFalse();
        WatchkeeperConfiguration.Default(Topic, Mail).Reaches(labels.With("severity", "low")).ShouldBeFalse();
    }
}

using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

public sealed class SeverityOriginTests
{
    private const string Lowered = "by the rule of the detection tap-opened, lowered from high for an act of cloudformation";

    [Theory]
    [InlineData("high", Severity.Medium, Lowered)]
    [InlineData("", Severity.Medium, "by the rule of the detection tap-opened")]
    [InlineData("high", Severity.High, "by the rule of the detection tap-opened")]
    public void An_incident_is_lowered_only_if_it_has_the_lowered_severity(string from, Severity severity, string expected) =>
        SeverityOrigin.Of(new Incident
        {
            Id = "i-1",
            Status = IncidentStatus.Open,
            Severity = severity,
            Subject = Subject(from),
            OpenedAt = DateTimeOffset.UnixEpoch,
            Signals = 1,
        }).ShouldBe(expected);

    [Theory]
    [InlineData("high", Lowered)]
    [InlineData("", "by the rule of the detection tap-opened")]
    public void A_signal_without_an_entry_says_so_too(string from, string expected) =>
        SeverityOrigin.Of(
            new Signal
            {
                Id = "s-1",
                EventId = "e-1",
                OccurredAt = DateTimeOffset.UnixEpoch,
                Condition = SignalCondition.Firing,
                Nature = SignalNature.Event,
                Reason = "",
                RuleSeverity = Severity.Medium,
                Subject = Subject(from),
            },
            Severity.Medium).ShouldBe(expected);

    [Theory]
    [InlineData(Severity.Medium, "declared critical by a tag, which counts from a day before the planned time")]
    [InlineData(Severity.Critical, "declared by a tag or the description")]
    public void A_planned_change_says_that_its_declaration_waits(Severity severity, string expected)
    {
        var declared = Subject("") with
        {
            Source = SignalSource.Health,
            Kind = SignalKind.HealthScheduledChange,
            Labels = LabelSet.Empty.With(SubjectLabels.Declared, "critical"),
        };

        SeverityOrigin.Of(
            new Signal
            {
                Id = "s-1",
                EventId = "e-1",
                OccurredAt = DateTimeOffset.UnixEpoch,
                Condition = SignalCondition.Firing,
                Nature = SignalNature.State,
                Reason = "",
                DeclaredSeverity = severity,
                Subject = declared,
            },
            severity).ShouldBe(expected);
    }

    private static Subject Subject(string from) => new()
    {
        Fingerprint = new Fingerprint("detection/tap-opened/111122223333"),
        Source = SignalSource.Trail,
        Kind = SignalKind.Detection,
        Name = "tap-opened",
        Title = "A tap was opened",
        Account = "111122223333",
        Region = "eu-central-1",
        Labels = LabelSet.Empty.With(SubjectLabels.ActorClass, "cloudformation").With(SubjectLabels.LoweredFrom, from),
    };
}

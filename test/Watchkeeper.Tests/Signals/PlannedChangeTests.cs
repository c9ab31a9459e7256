using Shouldly;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Signals;

public class PlannedChangeTests
{
    [Theory]
    [InlineData(40 * 24, Severity.Low, Severity.Low)]
    [InlineData(8 * 24, Severity.Medium, Severity.Medium)]
    [InlineData(25, Severity.Medium, Severity.Medium)]
    [InlineData(24, Severity.High, Severity.Medium)]
    [InlineData(1, Severity.High, Severity.Medium)]
    [InlineData(-1, Severity.High, Severity.Medium)]
    public void A_planned_change_is_urgent_from_the_day_before_and_only_if_it_stops_something(
        int hoursAhead, Severity ofStop, Severity ofOther)
    {
        PlannedChange.SeverityAt(Planned(hoursAhead, "stop"), Noon).ShouldBe(ofStop);
        PlannedChange.SeverityAt(Planned(hoursAhead, ""), Noon).ShouldBe(ofOther);
    }

    [Fact]
    public void What_has_no_planned_begin_has_no_severity_by_date()
    {
        PlannedChange.SeverityAt(Subject(), Noon).ShouldBeNull();
        PlannedChange.NearFrom(Subject() with { PlannedFrom = DateTimeOffset.MinValue.AddHours(1) }).ShouldBeNull();
    }

    [Theory]
    [InlineData(Severity.Low, Severity.High)]
    [InlineData(Severity.Medium, Severity.High)]
    [InlineData(Severity.High, null)]
    [InlineData(Severity.Critical, null)]
    public void A_change_that_comes_near_raises_a_lower_severity(Severity before, Severity? after) =>
        PlannedChange.RaisedAt(Planned(23, "stop"), before, Noon).ShouldBe(after);

    [Theory]
    [InlineData("critical", 40 * 24, Severity.Low)]
    [InlineData("critical", 8 * 24, Severity.Medium)]
    [InlineData("critical", 24, Severity.Critical)]
    [InlineData("high", 25, Severity.Medium)]
    [InlineData("low", 8 * 24, Severity.Low)]
    [InlineData("low", 24, Severity.Low)]
    public void A_declared_severity_counts_from_the_day_before(string declared, int hoursAhead, Severity expected)
    {
        var planned = Declared(declared, hoursAhead);
        PlannedChange.SeverityAt(planned, Noon).ShouldBe(expected);
    }

    [Theory]
    [InlineData("critical", 25, null)]
    [InlineData("critical", 23, Severity.Critical)]
    [InlineData("medium", 23, null)]
    [InlineData("low", 23, null)]
    public void A_change_that_comes_near_takes_its_declared_severity(string declared, int hoursAhead, Severity? raised) =>
        PlannedChange.RaisedAt(Declared(declared, hoursAhead), Severity.Medium, Noon).ShouldBe(raised);

    [Fact]
    public void A_change_that_is_over_is_not_raised()
    {
        var planned = Planned(23, "stop");
        PlannedChange.RaisedAt(planned, Severity.Low, Noon.AddHours(24)).ShouldBeNull();
        PlannedChange.RaisedAt(planned with { PlannedUntil = Noon.AddHours(30) }, Severity.Low, Noon.AddHours(24))
            .ShouldBe(Severity.High);
    }

    private static Subject Declared(string severity, int hoursAhead)
    {
        var planned = Planned(hoursAhead, "stop");
        return planned with { Labels = planned.Labels.With("declared", severity) };
    }

    private static Subject Planned(int hoursAhead, string impact) =>
        Subject(kind: SignalKind.HealthScheduledChange, source: SignalSource.Health, labels: ("impact", impact)) with
        {
            PlannedFrom = Noon.AddHours(hoursAhead),
        };
}

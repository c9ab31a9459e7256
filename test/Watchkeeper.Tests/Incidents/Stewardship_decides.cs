using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Incidents;

public class Stewardship_decides
{
    private static readonly PersonAction Acknowledge = new("a1", PersonVerb.Acknowledge, "kim", "looking");

    [Fact]
    public void A_person_takes_an_incident_on_once()
    {
        var open = After(Signal())!;

        var taken = Stewardship.Decide(open, open.Incident!.Id, Acknowledge, Noon).Write!.Apply(open);

        taken.Incident!.Status.ShouldBe(IncidentStatus.Acknowledged);
        taken.Incident.AcknowledgedBy.ShouldBe("kim");
        taken.Last.Because.ShouldBe("kim: looking");
        Stewardship.Decide(taken, open.Incident.Id, Acknowledge, Noon).Reason.ShouldBe(DecisionReason.Duplicate);
        Stewardship.Decide(taken, open.Incident.Id, Acknowledge with { Id = "a2" }, Noon).Reason.ShouldBe(DecisionReason.NothingToDo);
    }

    [Fact]
    public void Nobody_acts_on_another_episode_than_the_one_they_saw()
    {
        var open = After(Signal())!;

        Stewardship.Decide(open, "inc-another", Acknowledge, Noon).Reason.ShouldBe(DecisionReason.NothingToDo);
        Stewardship.Decide(null, "inc-another", Acknowledge, Noon).Write.ShouldBeNull();
    }

    [Theory]
    [InlineData(SignalKind.Detection, 24, DecisionReason.Expired)]
    [InlineData(SignalKind.Detection, 23, DecisionReason.NothingToDo)]
    [InlineData(SignalKind.Cpu, 1000, DecisionReason.NothingToDo)]
    public void Only_what_has_no_source_that_says_over_expires_after_the_quiet_time(SignalKind kind, int hours, DecisionReason expected)
    {
        var slot = After(Signal(nature: SignalNature.Occurrence, subject: Subject(kind: kind)))!;

        Stewardship.Expire(slot, new LifecycleOptions(), Noon.AddHours(hours)).Reason.ShouldBe(expected);
    }

    [Fact]
    public void The_same_quiet_incident_expires_once_however_many_sweeps_see_it()
    {
        var slot = After(Signal(nature: SignalNature.Occurrence, subject: Subject(kind: SignalKind.Detection)))!;
        var first = Stewardship.Expire(slot, new LifecycleOptions(), Noon.AddDays(1));

        var expired = first.Write!.Apply(slot);

        expired.Active.ShouldBeNull();
        Stewardship.Expire(expired, new LifecycleOptions(), Noon.AddDays(2)).Write.ShouldBeNull();
        first.Write.Holds(expired).ShouldBeFalse();
    }
}

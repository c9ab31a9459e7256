using Shouldly;
using Watchkeeper.Incidents;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Incidents;

public class OperatorActionTests
{
    private static readonly OperatorAction Acknowledge = new("a1", OperatorVerb.Acknowledge, "kim", "looking");

    [Fact]
    public void An_incident_is_acknowledged_only_once()
    {
        var open = After(Signal())!;

        var taken = OperatorActions.Decide(open, open.Incident!.Id, Acknowledge, Noon).Write!.Apply(open);

        taken.Incident!.Status.ShouldBe(IncidentStatus.Acknowledged);
        taken.Incident.AcknowledgedBy.ShouldBe("kim");
        taken.Last.Description.ShouldBe("kim: looking");
        OperatorActions.Decide(taken, open.Incident.Id, Acknowledge, Noon).Reason.ShouldBe(DecisionReason.Duplicate);
        OperatorActions.Decide(taken, open.Incident.Id, Acknowledge with { Id = "a2" }, Noon).Reason.ShouldBe(
            DecisionReason.NothingToDo);
    }

    [Fact]
    public void An_action_on_another_episode_than_the_person_saw_is_refused()
    {
        var open = After(Signal())!;

        OperatorActions.Decide(open, "inc-another", Acknowledge, Noon).Reason.ShouldBe(DecisionReason.NothingToDo);
        OperatorActions.Decide(null, "inc-another", Acknowledge, Noon).Write.ShouldBeNull();
    }
}

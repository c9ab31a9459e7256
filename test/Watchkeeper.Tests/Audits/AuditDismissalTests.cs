using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Audits;

/// <summary>Findings that a person resolved.</summary>
public sealed class AuditDismissalTests : AuditRuns
{
    [Fact]
    public void A_finding_that_a_person_resolved_stays_resolved_while_it_is_flagged_as_it_was()
    {
        Audit(Row("sg-1", FindingStatus.Error));
        Dismiss("sg-1");

        for (var day = 1; day < 10; day++)
            AuditAt(Looked.AddDays(day), Now.AddDays(day), Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FindingStatus.Ok, false, SignalCondition.Resolved)]
    [InlineData(FindingStatus.Error, true, SignalCondition.Resolved)]
    [InlineData(FindingStatus.Warning, false, SignalCondition.Firing)]
    public void A_finding_that_a_person_resolved_is_reported_again_after_it_was_flagged_in_another_way(
        FindingStatus meanwhile, bool isSuppressed, SignalCondition reported)
    {
        Audit(Row("sg-1", FindingStatus.Error));
        Dismiss("sg-1");

        AuditAt(Looked.AddDays(1), Now.AddDays(1), Row("sg-1", meanwhile, suppressed: isSuppressed)).Single()
            .Condition.ShouldBe(reported);
        Slot("sg-1").IsDismissed.ShouldBeFalse();
        AuditAt(Looked.AddDays(2), Now.AddDays(2), Row("sg-1", FindingStatus.Error)).Single()
            .Condition.ShouldBe(SignalCondition.Firing);
        Slot("sg-1").Active.ShouldNotBeNull();
    }
}

using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Audits;

/// <summary>Audits that are late, concurrent, or by clocks that differ.</summary>
public sealed class AuditOrderTests : AuditRuns
{
    [Fact]
    public void A_change_by_a_person_is_newer_than_what_the_check_saw_even_by_a_clock_that_is_behind()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditAt(Looked, Looked.AddMinutes(-10), Row("sg-1", FindingStatus.Error, suppressed: true)).Single()
            .OccurredAt.ShouldBeGreaterThan(Looked);
    }

    [Fact]
    public void A_change_is_later_than_the_one_before_even_if_a_clock_that_was_ahead_dated_that_one()
    {
        var behind = Looked.AddMinutes(1);

        ImmutableArray<Signal> signals =
        [
            .. Audit(Row("sg-1", FindingStatus.Error)),
            .. Audit(Row("sg-1", FindingStatus.Error, suppressed: true)),
            .. AuditAt(Looked, behind, Row("sg-1", FindingStatus.Error)),
            .. AuditAt(behind, behind),
            .. AuditAt(behind.AddMinutes(5), behind.AddMinutes(6), Row("sg-1", FindingStatus.Warning)),
        ];

        signals.Length.ShouldBe(5);
        signals.Select(signal => signal.OccurredAt).ShouldBeInOrder(SortDirection.Ascending);
        signals.Select(signal => signal.OccurredAt).ShouldBeUnique();
    }

    [Fact]
    public void The_findings_of_an_older_answer_change_nothing()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditAt(Looked.AddSeconds(-1), Now).ShouldBeEmpty();
        AuditAt(Looked.AddSeconds(1), Now).ShouldHaveSingleItem();
        AuditAt(Looked, Now, Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Fact]
    public void An_older_answer_changes_nothing_even_if_a_clock_that_is_behind_dated_the_known_state()
    {
        var behind = Looked.AddMinutes(-20);
        AuditAt(behind, behind, Row("sg-1", FindingStatus.Error));
        AuditAt(Looked, behind, Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldHaveSingleItem();

        AuditAt(Looked.AddMinutes(-1), Now, Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Fact]
    public void A_newer_answer_counts_even_if_a_clock_that_is_ahead_dated_the_known_state()
    {
        var ahead = Looked.AddMinutes(20);
        AuditAt(Looked, Looked, Row("sg-1", FindingStatus.Error));
        AuditAt(Looked, ahead, Row("sg-1", FindingStatus.Error, suppressed: true));
        AuditAt(Looked, ahead, Row("sg-1", FindingStatus.Error));

        AuditAt(Looked.AddMinutes(5), Looked.AddMinutes(6)).Single().OccurredAt.ShouldBeGreaterThan(ahead);
    }

    [Fact]
    public void A_suppressed_finding_that_has_gone_is_not_reported_and_comes_back_later_than_that()
    {
        Audit(Row("sg-1", FindingStatus.Error));
        Audit(Row("sg-1", FindingStatus.Error, suppressed: true));

        AuditAt(Looked.AddMinutes(1), Now).ShouldBeEmpty();
        AuditAt(Now.AddMinutes(-5), Now, Row("sg-1", FindingStatus.Error)).Single().OccurredAt.ShouldBe(Now.AddMilliseconds(1));
    }

    [Theory]
    [InlineData(FindingStatus.Error, false, SignalCondition.Firing)]
    [InlineData(FindingStatus.Ok, false, null)]
    [InlineData(FindingStatus.Error, true, null)]
    public void The_next_run_makes_up_for_a_run_that_was_cut_short_before_a_write(
        FindingStatus status, bool isSuppressed, SignalCondition? reported)
    {
        // No earlier write precedes the signal.
        Signals(Looked, Now, Row("sg-1", FindingStatus.Error)).ShouldHaveSingleItem();

        AuditAt(Looked.AddMinutes(1), Now, Row("sg-1", status, suppressed: isSuppressed))
            .Select(signal => (SignalCondition?)signal.Condition).ShouldBe(reported is null ? [] : [reported]);
    }

    [Fact]
    public void Two_runs_at_once_make_the_same_signals()
    {
        AuditRow[] rows = [Row("sg-1", FindingStatus.Error), Row("sg-2", FindingStatus.Warning)];

        Signals(Looked, Now, rows).Select(signal => signal.Id)
            .ShouldBe(Signals(Looked, Now.AddMinutes(1), rows).Select(signal => signal.Id));
    }

    [Fact]
    public void A_report_by_another_run_is_known_by_the_slot_that_refuses_the_write()
    {
        var found = AuditReconciliation.Findings(Scope, Result(Looked, Row("sg-1", FindingStatus.Error)), []).Single();
        AuditAt(Looked.AddMinutes(1), Now, Row("sg-1", FindingStatus.Error));
        found.SignalFor(Slots[found.Fingerprint], Now).ShouldBeNull();

        AuditAt(Looked.AddMinutes(2), Now);
        found.SignalFor(Slots[found.Fingerprint], Now).ShouldBeNull();
        found.SignalFor(null, Now).ShouldNotBeNull();
    }
}

using System.Collections.Immutable;
using CsCheck;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Audits;

public sealed class AuditComparisonTests
{
    private static readonly AuditScope Scope = new("111122223333", "aws");
    private static readonly AuditCheck Check = new("HCP4007jGY", "Security Groups - Specific Ports Unrestricted", "security", ["Port"]);
    private static readonly DateTimeOffset Looked = Sample.Noon;
    private static readonly DateTimeOffset Now = Sample.Noon.AddHours(6);

    [Fact]
    public void What_is_newly_flagged_is_trouble_of_its_status_at_the_time_of_the_check()
    {
        var changes = Compare([], Row("sg-1", FindingStatus.Error, details: "Port: 22"), Row("sg-2", FindingStatus.Warning));

        changes.Signals.Select(Told).ShouldBe([("sg-1", SignalCondition.Firing, Looked), ("sg-2", SignalCondition.Firing, Looked)]);
        var signal = changes.Signals[0];
        signal.Nature.ShouldBe(SignalNature.State);
        signal.Reason.ShouldBe("Trusted Advisor rates it red (error); Port: 22");
        signal.Subject.Kind.ShouldBe(SignalKind.AuditError);
        signal.Subject.Source.ShouldBe(SignalSource.Audit);
        signal.Subject.Fingerprint.ShouldBe(AuditFingerprint.Of(Scope.Account, Check.Name, "eu-central-1", "sg-1"));
        signal.Subject.Title.ShouldBe("Security Groups - Specific Ports Unrestricted: sg-1");
        signal.Subject.Account.ShouldBe(Scope.Account);
        signal.Subject.Labels["category"].ShouldBe("security");
        changes.Signals[1].Subject.Kind.ShouldBe(SignalKind.AuditWarning);
        changes.Signals[1].Reason.ShouldBe("Trusted Advisor rates it yellow (warning)");
    }

    [Fact]
    public void What_is_flagged_as_before_is_not_told_again() =>
        Compare([Found("sg-1", FindingStatus.Error)], Row("sg-1", FindingStatus.Error)).Signals.ShouldBeEmpty();

    [Theory]
    [InlineData(FindingStatus.Warning, FindingStatus.Error, SignalKind.AuditError)]
    [InlineData(FindingStatus.Error, FindingStatus.Warning, SignalKind.AuditWarning)]
    public void What_is_flagged_otherwise_than_before_is_told(FindingStatus before, FindingStatus after, SignalKind kind)
    {
        var signal = Compare([Found("sg-1", before)], Row("sg-1", after)).Signals.ShouldHaveSingleItem();

        signal.Condition.ShouldBe(SignalCondition.Firing);
        signal.Subject.Kind.ShouldBe(kind);
    }

    [Fact]
    public void What_is_no_longer_listed_or_well_again_is_cleared()
    {
        var before = ImmutableArray.Create(Found("gone", FindingStatus.Error), Found("well", FindingStatus.Warning));

        var changes = Compare(before, Row("well", FindingStatus.Ok, details: "Port: 443"));

        changes.Signals.Select(Told).ShouldBe([("gone", SignalCondition.Resolved, Looked), ("well", SignalCondition.Resolved, Looked)]);
        changes.Signals[0].Reason.ShouldBe("Trusted Advisor no longer flags it");
        changes.Signals[1].Reason.ShouldBe("Trusted Advisor no longer flags it; Port: 443");
        changes.Snapshot.Select(known => known.State).ShouldBe([FindingState.Gone, FindingState.Gone]);
    }

    [Fact]
    public void A_suppressed_finding_is_left_out_and_remembered()
    {
        var changes = Compare([], Row("sg-1", FindingStatus.Error, suppressed: true));

        changes.Signals.ShouldBeEmpty();
        changes.Snapshot.ShouldBe([Found("sg-1", FindingStatus.Error) with
        {
            Finding = Row("sg-1", FindingStatus.Error, suppressed: true).Finding,
            State = FindingState.LeftOut,
            ToldAt = null,
        }]);
    }

    [Fact]
    public void Suppressing_and_taking_in_again_are_told_with_the_time_they_were_seen()
    {
        var open = Found("sg-1", FindingStatus.Error);

        var suppressed = Compare([open], Row("sg-1", FindingStatus.Error, suppressed: true));
        suppressed.Signals.Select(Told).ShouldBe([("sg-1", SignalCondition.Resolved, Now)]);
        suppressed.Signals[0].Reason.ShouldStartWith("somebody told Trusted Advisor to leave it out");

        var later = Now.AddDays(1);
        var again = CompareAt(Looked, later, suppressed.Snapshot, Row("sg-1", FindingStatus.Error));
        again.Signals.Select(Told).ShouldBe([("sg-1", SignalCondition.Firing, later)]);
        again.Snapshot.ShouldBe([open with { ToldAt = later, LookedAt = Looked }]);
    }

    [Fact]
    public void What_people_changed_is_newer_than_what_the_check_saw_even_by_a_clock_that_is_behind()
    {
        var behind = Looked.AddMinutes(-10);

        var changes = CompareAt(Looked, behind, [Found("sg-1", FindingStatus.Error)], Row("sg-1", FindingStatus.Error, suppressed: true));

        changes.Signals.Single().OccurredAt.ShouldBeGreaterThan(Looked);
    }

    [Fact]
    public void A_change_is_later_than_the_one_before_though_that_was_seen_by_a_clock_that_was_ahead()
    {
        var open = Compare([], Row("sg-1", FindingStatus.Error));
        var leftOut = Compare(open.Snapshot, Row("sg-1", FindingStatus.Error, suppressed: true));
        var behind = Looked.AddMinutes(1);

        var taken = CompareAt(Looked, behind, leftOut.Snapshot, Row("sg-1", FindingStatus.Error));
        var gone = CompareAt(behind, behind, taken.Snapshot);
        var flagged = CompareAt(behind.AddMinutes(5), behind.AddMinutes(6), gone.Snapshot, Row("sg-1", FindingStatus.Warning));

        ((AuditChanges[])[open, leftOut, taken, gone, flagged]).Select(changes => changes.Signals.Single().OccurredAt)
            .ShouldBeInOrder(SortDirection.Ascending);
        ((AuditChanges[])[open, leftOut, taken, gone, flagged]).Select(changes => changes.Signals.Single().OccurredAt)
            .ShouldBeUnique();
    }

    [Fact]
    public void Two_findings_whose_columns_make_one_fingerprint_harm_no_run()
    {
        AuditRow[] rows = [Row("b/c", FindingStatus.Error, region: "a"), Row("c", FindingStatus.Error, region: "a/b")];
        var first = Compare([], rows);

        first.Signals.Select(signal => signal.Subject.Fingerprint).Distinct().ShouldHaveSingleItem();
        Compare(first.Snapshot, rows).Signals.ShouldBeEmpty();
    }

    [Fact]
    public void What_an_older_answer_holds_changes_nothing()
    {
        var later = CompareAt(Looked, Now, [], Row("sg-1", FindingStatus.Error));

        var older = CompareAt(Looked.AddSeconds(-1), Now, later.Snapshot);

        older.Signals.ShouldBeEmpty();
        older.Snapshot.ShouldBe(later.Snapshot);
        CompareAt(Looked.AddSeconds(1), Now, later.Snapshot).Signals.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_gone_is_known_for_a_day()
    {
        var gone = Compare([Found("sg-1", FindingStatus.Error)]);

        CompareAt(Looked.AddDays(1).AddTicks(-1), Now, gone.Snapshot).Snapshot.ShouldBe(gone.Snapshot);
        CompareAt(Looked.AddDays(1), Now, gone.Snapshot).Snapshot.ShouldBeEmpty();
        CompareAt(Looked.AddDays(1), Now, gone.Snapshot).Signals.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_left_out_and_is_gone_is_not_told_and_still_later_than_that()
    {
        var leftOut = Compare([Found("sg-1", FindingStatus.Error)], Row("sg-1", FindingStatus.Error, suppressed: true));

        var gone = Compare(leftOut.Snapshot);
        gone.Signals.ShouldBeEmpty();
        CompareAt(Now.AddMinutes(-5), Now, gone.Snapshot, Row("sg-1", FindingStatus.Error)).Signals.Single()
            .OccurredAt.ShouldBe(Now.AddMilliseconds(1));
    }

    [Theory]
    [InlineData(FindingStatus.Error, false)]
    [InlineData(FindingStatus.Ok, false)]
    public void What_was_announced_and_stands_so_still_is_told_as_the_signal_that_it_was(FindingStatus status, bool suppressed)
    {
        var open = ImmutableArray.Create(Found("sg-1", FindingStatus.Warning));
        var cutShort = Compare(open, Row("sg-1", status, suppressed: suppressed));

        Compare(cutShort.Announced, Row("sg-1", status, suppressed: suppressed)).Signals.Single().Id
            .ShouldBe(cutShort.Signals.Single().Id);
    }

    [Fact]
    public void What_was_taken_in_again_and_cut_short_is_told_as_the_signal_that_it_was()
    {
        var leftOut = Compare([Found("sg-1", FindingStatus.Error)], Row("sg-1", FindingStatus.Error, suppressed: true));
        var cutShort = CompareAt(Looked, Now.AddMinutes(1), leftOut.Snapshot, Row("sg-1", FindingStatus.Error));

        CompareAt(Looked, Now.AddMinutes(5), cutShort.Announced, Row("sg-1", FindingStatus.Error)).Signals.Single().Id
            .ShouldBe(cutShort.Signals.Single().Id);
    }

    [Theory]
    [InlineData(FindingStatus.Error, false, SignalCondition.Firing)]
    [InlineData(FindingStatus.Error, true, SignalCondition.Resolved)]
    [InlineData(FindingStatus.Ok, false, SignalCondition.Resolved)]
    public void What_was_announced_by_a_run_that_was_cut_short_is_told_as_it_is_now(
        FindingStatus status, bool suppressed, SignalCondition told)
    {
        var open = Found("sg-1", FindingStatus.Error);
        foreach (var cutShort in (AuditChanges[])
        [
            Compare([], Row("sg-1", FindingStatus.Error)),
            Compare([open], Row("sg-1", FindingStatus.Error, suppressed: true)),
            Compare([open]),
        ])
        {
            var now = Compare(cutShort.Announced, Row("sg-1", status, suppressed: suppressed));

            now.Signals.Single().Condition.ShouldBe(told);
            Compare(now.Snapshot, Row("sg-1", status, suppressed: suppressed)).Signals.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Of_several_findings_of_one_resource_the_worst_that_is_not_suppressed_counts()
    {
        var changes = Compare(
            [],
            Row("sg-1", FindingStatus.Warning, id: "1"),
            Row("sg-1", FindingStatus.Error, id: "2", suppressed: true),
            Row("sg-1", FindingStatus.Ok, id: "3"));

        changes.Signals.ShouldHaveSingleItem().Subject.Kind.ShouldBe(SignalKind.AuditWarning);
        Compare(changes.Snapshot, Row("sg-1", FindingStatus.Warning, id: "9")).Signals.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_resource_in_two_regions_is_two_findings() =>
        Compare([], Row("db", FindingStatus.Error), Row("db", FindingStatus.Error, region: "us-east-1")).Signals
            .Select(signal => signal.Subject.Fingerprint).Distinct().Count().ShouldBe(2);

    [Fact]
    public void What_cannot_be_rated_now_keeps_what_was_known()
    {
        var before = ImmutableArray.Create(Found("sg-1", FindingStatus.Error));

        var changes = Compare(before, Row("sg-1", FindingStatus.Ok, rated: false), Row("sg-2", FindingStatus.Ok, rated: false));

        changes.Signals.ShouldBeEmpty();
        changes.Snapshot.ShouldBe(before);
    }

    [Fact]
    public void A_run_that_was_cut_short_makes_the_same_signals_again()
    {
        AuditRow[] rows = [Row("sg-1", FindingStatus.Error), Row("sg-2", FindingStatus.Warning)];

        Compare([Found("sg-9", FindingStatus.Error)], rows).Signals.Select(signal => signal.Id)
            .ShouldBe(Compare([Found("sg-9", FindingStatus.Error)], rows).Signals.Select(signal => signal.Id));
    }

    [Fact]
    public void Whatever_two_runs_find_the_signals_lead_from_one_to_the_other()
    {
        var finding = Gen.Select(Gen.Int[0, 3], Gen.Enum<FindingStatus>(), Gen.Bool).Select((resource, status, suppressed) =>
            Row($"r-{resource}", status, id: $"{resource}-{status}-{suppressed}", suppressed: suppressed));
        Gen.Select(finding.Array[0, 6], finding.Array[0, 6]).Sample((first, second) =>
        {
            var before = Compare([], first);
            var changes = Compare(before.Snapshot, second);

            var open = before.Signals.Select(signal => signal.Subject.Resource).ToHashSet(StringComparer.Ordinal);
            foreach (var signal in changes.Signals)
            {
                if (signal.Condition is SignalCondition.Resolved)
                    open.Remove(signal.Subject.Resource).ShouldBeTrue();
                else
                    open.Add(signal.Subject.Resource);
            }

            open.ShouldBe(
                second.Select(row => row.Finding).Where(one => !one.Suppressed && one.Status is not FindingStatus.Ok)
                    .Select(one => one.Resource).Distinct(StringComparer.Ordinal),
                ignoreOrder: true);
            changes.Signals.Select(signal => signal.Subject.Fingerprint).Distinct().Count().ShouldBe(changes.Signals.Length);
            Compare(changes.Snapshot, second).Signals.ShouldBeEmpty();
        });
    }

    [Fact]
    public void Text_in_columns_stays_one_line() =>
        Compare([], Row("a\nb\u202Ec", FindingStatus.Error, details: "x\r\ny")).Signals.Single()
            .Subject.Title.ShouldBe("Security Groups - Specific Ports Unrestricted: a bc");

    private static (string Resource, SignalCondition Condition, DateTimeOffset At) Told(Signal signal) =>
        (signal.Subject.Resource, signal.Condition, signal.OccurredAt);

    private static AuditChanges Compare(ImmutableArray<KnownFinding> before, params AuditRow[] rows) =>
        CompareAt(Looked, Now, before, rows);

    private static AuditChanges CompareAt(
        DateTimeOffset looked, DateTimeOffset now, ImmutableArray<KnownFinding> before, params AuditRow[] rows) =>
        AuditComparison.Compare(Scope, new AuditResult { Check = Check, At = looked, Rows = [.. rows] }, before, [], now);

    private static KnownFinding Found(string resource, FindingStatus status) => new(
        new Finding($"id-{resource}", status, "eu-central-1", resource, Suppressed: false),
        FindingState.Flagged,
        Looked.AddDays(-1));

    private static AuditRow Row(
        string resource, FindingStatus status, string? id = null, string region = "eu-central-1", bool suppressed = false,
        bool rated = true, string details = "") =>
        new(new Finding(id ?? $"id-{resource}", status, region, resource, suppressed), details, rated);
}

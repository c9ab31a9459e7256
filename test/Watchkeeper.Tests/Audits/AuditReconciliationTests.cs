using System.Collections.Immutable;
using CsCheck;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Audits;

public sealed class AuditReconciliationTests
{
    private static readonly AuditScope Scope = new("111122223333", "aws");
    private static readonly AuditCheck Check =
        new("HCP4007jGY", "Security Groups - Specific Ports Unrestricted", "security", ["Port"]);
    private static readonly DateTimeOffset Looked = Sample.Noon;
    private static readonly DateTimeOffset Now = Sample.Noon.AddHours(6);
    private readonly Dictionary<Fingerprint, Slot> slots = [];

    [Fact]
    public void What_is_newly_flagged_fires_with_its_status_at_the_time_of_the_check()
    {
        var signals = Audit(Row("sg-1", FindingStatus.Error, details: "Port: 22"), Row("sg-2", FindingStatus.Warning));

        signals.Select(Told).ShouldBe([("sg-1", SignalCondition.Firing, Looked), ("sg-2", SignalCondition.Firing, Looked)]);
        var signal = signals[0];
        signal.Nature.ShouldBe(SignalNature.State);
        signal.Reason.ShouldBe("Trusted Advisor rates it red (error); Port: 22");
        signal.Finding.ShouldBe(new ReportedFinding(ReportedStatus.Error, Looked));
        signal.Subject.Kind.ShouldBe(SignalKind.AuditError);
        signal.Subject.Source.ShouldBe(SignalSource.Audit);
        signal.Subject.Fingerprint.ShouldBe(AuditFingerprint.Of(Scope.Account, Check.Name, "eu-central-1", "sg-1"));
        signal.Subject.Title.ShouldBe("Security Groups - Specific Ports Unrestricted: sg-1");
        signal.Subject.Account.ShouldBe(Scope.Account);
        signal.Subject.Labels["category"].ShouldBe("security");
        signals[1].Subject.Kind.ShouldBe(SignalKind.AuditWarning);
        signals[1].Reason.ShouldBe("Trusted Advisor rates it yellow (warning)");
    }

    [Fact]
    public void What_is_flagged_as_before_is_not_told_again()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditAt(Looked.AddDays(1), Now.AddDays(1), Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FindingStatus.Warning, FindingStatus.Error, SignalKind.AuditError)]
    [InlineData(FindingStatus.Error, FindingStatus.Warning, SignalKind.AuditWarning)]
    public void What_is_flagged_otherwise_than_before_is_told_once(FindingStatus before, FindingStatus after, SignalKind kind)
    {
        Audit(Row("sg-1", before));

        var signal = AuditAt(Looked.AddDays(1), Now.AddDays(1), Row("sg-1", after)).ShouldHaveSingleItem();

        signal.Condition.ShouldBe(SignalCondition.Firing);
        signal.Subject.Kind.ShouldBe(kind);
        AuditAt(Looked.AddDays(2), Now.AddDays(2), Row("sg-1", after)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_longer_listed_or_well_again_resolves()
    {
        Audit(Row("gone", FindingStatus.Error), Row("well", FindingStatus.Warning));
        var later = Looked.AddHours(1);

        var signals = AuditAt(later, Now, Row("well", FindingStatus.Ok, details: "Port: 443"));

        signals.Select(Told).ShouldBe([("gone", SignalCondition.Resolved, later), ("well", SignalCondition.Resolved, later)]);
        signals[0].Reason.ShouldBe("Trusted Advisor no longer flags it");
        signals[1].Reason.ShouldBe("Trusted Advisor no longer flags it; Port: 443");
        AuditAt(later.AddHours(1), Now).ShouldBeEmpty();
    }

    [Fact]
    public void A_suppressed_finding_is_not_told()
    {
        Audit(Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldBeEmpty();
        slots.ShouldBeEmpty();
    }

    [Fact]
    public void Suppressing_and_taking_in_again_are_told_with_the_time_they_were_seen()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        var suppressed = Audit(Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldHaveSingleItem();
        Told(suppressed).ShouldBe(("sg-1", SignalCondition.Resolved, Now));
        suppressed.Reason.ShouldStartWith("a person excluded the resource in Trusted Advisor");
        Audit(Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldBeEmpty();

        var later = Now.AddDays(1);
        AuditAt(Looked, later, Row("sg-1", FindingStatus.Error)).Select(Told)
            .ShouldBe([("sg-1", SignalCondition.Firing, later)]);
        AuditAt(Looked, later, Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Fact]
    public void What_people_changed_is_newer_than_what_the_check_saw_even_by_a_clock_that_is_behind()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditAt(Looked, Looked.AddMinutes(-10), Row("sg-1", FindingStatus.Error, suppressed: true)).Single()
            .OccurredAt.ShouldBeGreaterThan(Looked);
    }

    [Fact]
    public void A_change_is_later_than_the_one_before_though_that_was_seen_by_a_clock_that_was_ahead()
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
    public void Two_findings_whose_columns_make_one_fingerprint_harm_no_run()
    {
        AuditRow[] rows = [Row("b/c", FindingStatus.Error, region: "a"), Row("c", FindingStatus.Error, region: "a/b")];

        Audit(rows).ShouldHaveSingleItem();
        AuditAt(Looked.AddDays(1), Now.AddDays(1), rows).ShouldBeEmpty();
    }

    [Fact]
    public void What_an_older_answer_holds_changes_nothing()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditAt(Looked.AddSeconds(-1), Now).ShouldBeEmpty();
        AuditAt(Looked.AddSeconds(1), Now).ShouldHaveSingleItem();
        AuditAt(Looked, Now, Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Fact]
    public void An_older_answer_changes_nothing_though_a_clock_that_is_behind_dated_what_is_known()
    {
        var behind = Looked.AddMinutes(-20);
        AuditAt(behind, behind, Row("sg-1", FindingStatus.Error));
        AuditAt(Looked, behind, Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldHaveSingleItem();

        AuditAt(Looked.AddMinutes(-1), Now, Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Fact]
    public void A_newer_answer_counts_though_a_clock_that_is_ahead_dated_what_is_known()
    {
        var ahead = Looked.AddMinutes(20);
        AuditAt(Looked, Looked, Row("sg-1", FindingStatus.Error));
        AuditAt(Looked, ahead, Row("sg-1", FindingStatus.Error, suppressed: true));
        AuditAt(Looked, ahead, Row("sg-1", FindingStatus.Error));

        AuditAt(Looked.AddMinutes(5), Looked.AddMinutes(6)).Single().OccurredAt.ShouldBeGreaterThan(ahead);
    }

    [Fact]
    public void What_was_suppressed_and_is_gone_is_not_told_and_comes_back_later_than_that()
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
    public void A_run_that_was_cut_short_before_a_write_is_made_up_for_by_what_is_then(
        FindingStatus status, bool isSuppressed, SignalCondition? reported)
    {
        // Nothing is written before the signal itself.
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
    public void What_another_run_told_meanwhile_is_known_by_the_slot_that_stands_in_the_way()
    {
        var found = AuditReconciliation.Findings(Scope, Result(Looked, Row("sg-1", FindingStatus.Error)), []).Single();
        AuditAt(Looked.AddMinutes(1), Now, Row("sg-1", FindingStatus.Error));
        found.SignalFor(slots[found.Fingerprint], Now).ShouldBeNull();

        AuditAt(Looked.AddMinutes(2), Now);
        found.SignalFor(slots[found.Fingerprint], Now).ShouldBeNull();
        found.SignalFor(null, Now).ShouldNotBeNull();
    }

    [Fact]
    public void What_a_person_resolved_stays_so_while_it_is_flagged_as_it_was()
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
    public void What_a_person_resolved_is_told_anew_once_it_was_otherwise(
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

    [Fact]
    public void Of_several_findings_of_one_resource_the_worst_that_is_not_suppressed_counts()
    {
        Audit(
            Row("sg-1", FindingStatus.Warning, id: "1"),
            Row("sg-1", FindingStatus.Error, id: "2", suppressed: true),
            Row("sg-1", FindingStatus.Ok, id: "3")).ShouldHaveSingleItem().Subject.Kind.ShouldBe(SignalKind.AuditWarning);

        AuditAt(Looked.AddDays(1), Now, Row("sg-1", FindingStatus.Warning, id: "9")).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_resource_in_two_regions_is_two_findings() =>
        Audit(Row("db", FindingStatus.Error), Row("db", FindingStatus.Error, region: "us-east-1"))
            .Select(signal => signal.Subject.Fingerprint).Distinct().Count().ShouldBe(2);

    [Fact]
    public void What_cannot_be_rated_now_stays_as_it_is()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditRow[] rows = [Row("sg-1", FindingStatus.Ok, rated: false), Row("sg-2", FindingStatus.Error, rated: false)];

        AuditAt(Looked.AddDays(1), Now, rows).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("111122223333", "Security Groups - Specific Ports Unrestricted/0.0.0.0")]
    [InlineData("111122223333", "Security Groups")]
    [InlineData("444455556666", "Security Groups - Specific Ports Unrestricted")]
    public void Another_check_and_another_account_are_none_of_its_business(string account, string check)
    {
        Audit(Row("sg-1", FindingStatus.Error));

        var result = Result(Looked.AddDays(1)) with { Check = Check with { Name = check } };

        AuditReconciliation.Findings(new AuditScope(account, "aws"), result, [.. slots.Values]).ShouldBeEmpty();
    }

    [Fact]
    public void A_resource_of_any_length_resolves()
    {
        var resource = new string('x', 2_000);
        Audit(Row(resource, FindingStatus.Error));

        AuditAt(Looked.AddDays(1), Now).ShouldHaveSingleItem().Condition.ShouldBe(SignalCondition.Resolved);
    }

    [Fact]
    public void Whatever_two_runs_find_what_is_flagged_is_active()
    {
        var finding = Gen.Select(Gen.Int[0, 3], Gen.Enum<FindingStatus>(), Gen.Bool).Select((resource, status, suppressed) =>
            Row($"r-{resource}", status, id: $"{resource}-{status}-{suppressed}", suppressed: suppressed));
        Gen.Select(finding.Array[0, 6], finding.Array[0, 6]).Sample((first, second) =>
        {
            var test = new AuditReconciliationTests();
            test.Audit(first);
            var signals = test.AuditAt(Looked.AddDays(1), Now.AddDays(1), second);

            test.slots.Values.Where(slot => slot.Active is not null).Select(slot => slot.Incident!.Subject.Resource).ShouldBe(
                second.Select(row => row.Finding).Where(one => !one.Suppressed && one.Status is not FindingStatus.Ok)
                    .Select(one => one.Resource).Distinct(StringComparer.Ordinal),
                ignoreOrder: true);
            signals.Select(signal => signal.Subject.Fingerprint).Distinct().Count().ShouldBe(signals.Length);
            test.AuditAt(Looked.AddDays(2), Now.AddDays(2), second).ShouldBeEmpty();
        });
    }

    [Fact]
    public void Text_in_columns_stays_one_line() =>
        Audit(Row("a\nb\u202Ec", FindingStatus.Error, details: "x\r\ny")).Single()
            .Subject.Title.ShouldBe("Security Groups - Specific Ports Unrestricted: a bc");

    private static (string Resource, SignalCondition Condition, DateTimeOffset At) Told(Signal signal) =>
        (signal.Subject.Resource, signal.Condition, signal.OccurredAt);

    private ImmutableArray<Signal> Audit(params AuditRow[] rows) => AuditAt(Looked, Now, rows);

    // As the recorder does: each signal is decided on the slot that is there.
    private ImmutableArray<Signal> AuditAt(DateTimeOffset looked, DateTimeOffset now, params AuditRow[] rows)
    {
        var signals = Signals(looked, now, rows);
        foreach (var signal in signals)
        {
            var slot = slots.GetValueOrDefault(signal.Subject.Fingerprint);
            var severity = signal.Subject.Kind is SignalKind.AuditError ? Severity.High : Severity.Medium;
            var decision = Lifecycle.Decide(slot, signal, severity, new LifecycleOptions(), now);
            slots[signal.Subject.Fingerprint] = decision.Write!.Apply(slot);
        }

        return signals;
    }

    private ImmutableArray<Signal> Signals(DateTimeOffset looked, DateTimeOffset now, params AuditRow[] rows) =>
    [
        .. AuditReconciliation.Findings(
            Scope, Result(looked, rows), [.. slots.Values.Where(slot => slot.Active is not null || slot.IsDismissed)])
            .Select(finding => finding.SignalFor(slots.GetValueOrDefault(finding.Fingerprint), now)).OfType<Signal>(),
    ];

    private static AuditResult Result(DateTimeOffset looked, params AuditRow[] rows) =>
        new() { Check = Check, At = looked, Rows = [.. rows] };

    private Slot Slot(string resource) => slots[AuditFingerprint.Of(Scope.Account, Check.Name, "eu-central-1", resource)];

    private void Dismiss(string resource)
    {
        var slot = Slot(resource);
        var action = new OperatorAction("a1", OperatorVerb.Resolve, "kim");
        slots[slot.Fingerprint] = OperatorActions.Decide(slot, slot.Incident!.Id, action, Now.AddMinutes(1)).Write!.Apply(slot);
    }

    private static AuditRow Row(
        string resource, FindingStatus status, string? id = null, string region = "eu-central-1", bool suppressed = false,
        bool rated = true, string details = "") =>
        new(new Finding(id ?? $"id-{resource}", status, region, resource, suppressed), details, rated);
}

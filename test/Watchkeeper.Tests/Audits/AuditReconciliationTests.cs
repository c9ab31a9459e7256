using CsCheck;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Audits;

/// <summary>The reports of one audit and of the next.</summary>
public sealed class AuditReconciliationTests : AuditRuns
{
    [Fact]
    public void A_newly_flagged_finding_fires_with_its_status_at_the_time_of_the_check()
    {
        var signals = Audit(Row("sg-1", FindingStatus.Error, details: "Port: 22"), Row("sg-2", FindingStatus.Warning));

        signals.Select(Brief).ShouldBe([("sg-1", SignalCondition.Firing, Looked), ("sg-2", SignalCondition.Firing, Looked)]);
        var signal = signals[0];
        signal.Nature.ShouldBe(SignalNature.State);
        signal.Reason.ShouldBe("Trusted Advisor rates it red (error); Port: 22");
        signal.Finding.ShouldBe(new ReportedFinding(ReportedStatus.Error, Looked));
        signal.Subject.Kind.ShouldBe(SignalKind.AuditError);
        signal.Subject.Source.ShouldBe(SignalSource.Audit);
        signal.Subject.Fingerprint.ShouldBe(AuditFingerprint.Create(Scope.Account, Check.Name, "eu-central-1", "sg-1"));
        signal.Subject.Title.ShouldBe("Security group sg-1 is open to everybody");
        signal.Subject.Account.ShouldBe(Scope.Account);
        signal.Subject.Labels["category"].ShouldBe("security");
        signals[1].Subject.Kind.ShouldBe(SignalKind.AuditWarning);
        signals[1].Reason.ShouldBe("Trusted Advisor rates it yellow (warning)");
    }

    [Fact]
    public void A_finding_that_is_flagged_as_before_is_not_reported_again()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditAt(Looked.AddDays(1), Now.AddDays(1), Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FindingStatus.Warning, FindingStatus.Error, SignalKind.AuditError)]
    [InlineData(FindingStatus.Error, FindingStatus.Warning, SignalKind.AuditWarning)]
    public void A_finding_that_is_flagged_in_another_way_is_reported_once(
        FindingStatus before, FindingStatus after, SignalKind kind)
    {
        Audit(Row("sg-1", before));

        var signal = AuditAt(Looked.AddDays(1), Now.AddDays(1), Row("sg-1", after)).ShouldHaveSingleItem();

        signal.Condition.ShouldBe(SignalCondition.Firing);
        signal.Subject.Kind.ShouldBe(kind);
        AuditAt(Looked.AddDays(2), Now.AddDays(2), Row("sg-1", after)).ShouldBeEmpty();
    }

    [Fact]
    public void A_finding_that_is_no_longer_listed_or_is_fine_again_resolves()
    {
        Audit(Row("gone", FindingStatus.Error), Row("well", FindingStatus.Warning));
        var later = Looked.AddHours(1);

        var signals = AuditAt(later, Now, Row("well", FindingStatus.Ok, details: "Port: 443"));

        signals.Select(Brief).ShouldBe([("gone", SignalCondition.Resolved, later), ("well", SignalCondition.Resolved, later)]);
        signals[0].Reason.ShouldBe("Trusted Advisor no longer flags it");
        signals[1].Reason.ShouldBe("Trusted Advisor no longer flags it; Port: 443");
        AuditAt(later.AddHours(1), Now).ShouldBeEmpty();
    }

    [Fact]
    public void A_suppressed_finding_is_not_reported()
    {
        Audit(Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldBeEmpty();
        Slots.ShouldBeEmpty();
    }

    [Fact]
    public void Suppressing_a_finding_and_including_it_again_are_reported_with_the_time_of_the_check()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        var suppressed = Audit(Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldHaveSingleItem();
        Brief(suppressed).ShouldBe(("sg-1", SignalCondition.Resolved, Now));
        suppressed.Reason.ShouldStartWith("a person excluded the resource in Trusted Advisor");
        Audit(Row("sg-1", FindingStatus.Error, suppressed: true)).ShouldBeEmpty();

        var later = Now.AddDays(1);
        AuditAt(Looked, later, Row("sg-1", FindingStatus.Error)).Select(Brief)
            .ShouldBe([("sg-1", SignalCondition.Firing, later)]);
        AuditAt(Looked, later, Row("sg-1", FindingStatus.Error)).ShouldBeEmpty();
    }

    [Fact]
    public void Two_findings_whose_columns_make_one_fingerprint_harm_no_run()
    {
        AuditRow[] rows = [Row("b/c", FindingStatus.Error, region: "a"), Row("c", FindingStatus.Error, region: "a/b")];

        Audit(rows).ShouldHaveSingleItem();
        AuditAt(Looked.AddDays(1), Now.AddDays(1), rows).ShouldBeEmpty();
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
    public void A_finding_that_cannot_be_rated_now_stays_as_it_is()
    {
        Audit(Row("sg-1", FindingStatus.Error));

        AuditRow[] rows = [Row("sg-1", FindingStatus.Ok, rated: false), Row("sg-2", FindingStatus.Error, rated: false)];

        AuditAt(Looked.AddDays(1), Now, rows).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("111122223333", "Security Groups - Specific Ports Unrestricted/0.0.0.0")]
    [InlineData("111122223333", "Security Groups")]
    [InlineData("444455556666", "Security Groups - Specific Ports Unrestricted")]
    public void The_findings_of_another_check_or_another_account_stay_as_they_are(string account, string check)
    {
        Audit(Row("sg-1", FindingStatus.Error));

        var result = Result(Looked.AddDays(1)) with { Check = Check with { Name = check } };

        AuditReconciliation.Findings(new AuditScope(account, "aws"), result, [.. Slots.Values]).ShouldBeEmpty();
    }

    [Fact]
    public void A_resource_of_any_length_resolves()
    {
        var resource = new string('x', 2_000);
        Audit(Row(resource, FindingStatus.Error));

        AuditAt(Looked.AddDays(1), Now).ShouldHaveSingleItem().Condition.ShouldBe(SignalCondition.Resolved);
    }

    [Fact]
    public void Every_flagged_finding_is_active_after_any_two_runs()
    {
        var finding = Gen.Select(Gen.Int[0, 3], Gen.Enum<FindingStatus>(), Gen.Bool).Select((resource, status, suppressed) =>
            Row($"r-{resource}", status, id: $"{resource}-{status}-{suppressed}", suppressed: suppressed));
        Gen.Select(finding.Array[0, 6], finding.Array[0, 6]).Sample((first, second) =>
        {
            var test = new AuditReconciliationTests();
            test.Audit(first);
            var signals = test.AuditAt(Looked.AddDays(1), Now.AddDays(1), second);

            test.Slots.Values.Where(slot => slot.Active is not null).Select(slot => slot.Incident!.Subject.Resource).ShouldBe(
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
            .Subject.Title.ShouldBe("Security group a bc is open to everybody");
}

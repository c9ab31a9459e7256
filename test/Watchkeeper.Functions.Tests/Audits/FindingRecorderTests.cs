using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Audits;

/// <summary>Audits beside notifications, any of which may be missing.</summary>
public sealed class FindingRecorderTests : IDisposable
{
    private const string Resource = "sg-1";
    private static readonly AuditScope Scope = new("123456789012", "aws");
    private static readonly AuditCheck Check = new("c1", "Some Check", "security", []);
    private readonly World world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_finding_from_a_notification_resolves_although_the_resolving_one_never_came()
    {
        await NotifyAsync(SignalCondition.Firing, minute: 1);

        await AuditAsync(minute: 5);

        (await IncidentAsync())!.Status.ShouldBe(IncidentStatus.Resolved);
    }

    [Fact]
    public async Task A_finding_that_a_notification_resolved_fires_again_although_the_firing_one_never_came()
    {
        await AuditAsync(minute: 0, FindingStatus.Error);
        await NotifyAsync(SignalCondition.Resolved, minute: 1);
        (await IncidentAsync())!.IsActive.ShouldBeFalse();

        await AuditAsync(minute: 5, FindingStatus.Error);

        (await IncidentAsync())!.IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_notification_that_is_newer_than_the_check_stands()
    {
        await NotifyAsync(SignalCondition.Firing, minute: 6);
        (await AuditAsync(minute: 5)).ShouldBeEmpty();
        (await IncidentAsync())!.IsActive.ShouldBeTrue();

        await AuditAsync(minute: 7, FindingStatus.Error);
        await NotifyAsync(SignalCondition.Resolved, minute: 9);
        (await AuditAsync(minute: 8, FindingStatus.Error)).ShouldBeEmpty();
        (await IncidentAsync())!.IsActive.ShouldBeFalse();
    }

    [Fact]
    public async Task A_notification_that_agrees_with_the_check_is_not_reported_again()
    {
        await NotifyAsync(SignalCondition.Firing, minute: 1);

        (await AuditAsync(minute: 5, FindingStatus.Error)).ShouldBeEmpty();
        (await AuditAsync(minute: 9, FindingStatus.Error)).ShouldBeEmpty();
        (await AuditAsync(minute: 12)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_finding_that_a_person_resolved_is_not_reported_again()
    {
        await AuditAsync(minute: 0, FindingStatus.Error);
        await NotifyAsync(SignalCondition.Firing, minute: 1);
        var slot = (await world.Slots.ReadAsync(Fingerprint, World.TestContextToken))!;
        var action = new OperatorAction("a1", OperatorVerb.Resolve, "jonas");
        var decision = OperatorActions.Decide(slot, slot.Incident!.Id, action, World.Noon.AddMinutes(2));
        await world.Slots.WriteAsync(decision.Write!, World.TestContextToken);

        (await AuditAsync(minute: 5, FindingStatus.Error)).ShouldBeEmpty();
        (await IncidentAsync())!.IsActive.ShouldBeFalse();

        await AuditAsync(minute: 9);
        (await AuditAsync(minute: 12, FindingStatus.Error)).ShouldHaveSingleItem();
        (await IncidentAsync())!.IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task The_findings_of_other_accounts_and_other_checks_are_left_alone()
    {
        await world.RecordAsync(
            NotifiedSignal(
                SignalCondition.Firing, 1, AuditFingerprint.Create("210987654321", Check.Name, "eu-central-1", Resource),
                Check.Name),
            NotifiedSignal(
                SignalCondition.Firing, 1, AuditFingerprint.Create(Scope.Account, "Another", "eu-central-1", Resource),
                "Another"));

        (await AuditAsync(minute: 5)).ShouldBeEmpty();
    }

    private static Fingerprint Fingerprint => AuditFingerprint.Create(Scope.Account, Check.Name, "eu-central-1", Resource);

    private async Task<Incident?> IncidentAsync() =>
        (await world.Slots.ReadAsync(Fingerprint, World.TestContextToken))?.Incident;

    private async Task NotifyAsync(SignalCondition condition, int minute) =>
        (await world.RecordAsync(NotifiedSignal(condition, minute, Fingerprint, Check.Name))).ShouldHaveSingleItem();

    private static Signal NotifiedSignal(SignalCondition condition, int minute, Fingerprint fingerprint, string check)
    {
        var signal = World.Signal(condition, minute, kind: SignalKind.AuditError);
        var subject = signal.Subject with
        {
            Fingerprint = fingerprint,
            Source = SignalSource.Audit,
            Name = check,
            Region = "eu-central-1",
            Resource = Resource,
        };
        return signal with { Id = $"{minute} {fingerprint.Text}", EventId = $"{minute} {fingerprint.Text}", Subject = subject };
    }

    private async Task<ImmutableArray<IntakeResult>> AuditAsync(int minute, params FindingStatus[] flagged)
    {
        var output = new LineOutput(Stream.Null);
        var observer = new IntakeObserver(
            SignalSource.Audit, new Metrics(output, world.Time, "AdvisorFunction"),
            new JsonLogger(output, world.Time, "AdvisorFunction"));
        var recorder = new FindingRecorder(world.Slots, world.Intake(), observer, world.Time);
        var result = new AuditResult
        {
            Check = Check,
            At = World.Noon.AddMinutes(minute),
            Rows = [.. flagged.Select(status => new AuditRow(new Finding("id", status, "eu-central-1", Resource, false), ""))],
        };
        return await recorder.RecordAsync(
            Scope, result, await recorder.ReadIncidentsAsync(World.TestContextToken), null, World.TestContextToken);
    }
}

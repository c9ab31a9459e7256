using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Tests.Audits;

/// <summary>Runs audits of one check in sequence, each on the slots of the previous one.</summary>
public abstract class AuditRuns
{
    protected static AuditScope Scope { get; } = new("111122223333", "aws");

    protected static AuditCheck Check { get; } =
        new("HCP4007jGY", "Security Groups - Specific Ports Unrestricted", "security", ["Port"]);

    protected static DateTimeOffset Looked { get; } = Sample.Noon;

    protected static DateTimeOffset Now { get; } = Sample.Noon.AddHours(6);

    private protected Dictionary<Fingerprint, Slot> Slots { get; } = [];

    protected static (string Resource, SignalCondition Condition, DateTimeOffset At) Brief(Signal signal) =>
        (signal.Subject.Resource, signal.Condition, signal.OccurredAt);

    protected ImmutableArray<Signal> Audit(params AuditRow[] rows) => AuditAt(Looked, Now, rows);

    // Decides each signal on the current slot, as the recorder does.
    protected ImmutableArray<Signal> AuditAt(DateTimeOffset looked, DateTimeOffset now, params AuditRow[] rows)
    {
        var signals = Signals(looked, now, rows);
        foreach (var signal in signals)
        {
            var slot = Slots.GetValueOrDefault(signal.Subject.Fingerprint);
            var severity = signal.Subject.Kind is SignalKind.AuditError ? Severity.High : Severity.Medium;
            var decision = Lifecycle.Decide(slot, signal, severity, new LifecycleOptions(), now);
            Slots[signal.Subject.Fingerprint] = decision.Write!.Apply(slot);
        }

        return signals;
    }

    protected ImmutableArray<Signal> Signals(DateTimeOffset looked, DateTimeOffset now, params AuditRow[] rows) =>
    [
        .. AuditReconciliation.Findings(
            Scope, Result(looked, rows), [.. Slots.Values.Where(slot => slot.Active is not null || slot.IsDismissed)])
            .Select(finding => finding.SignalFor(Slots.GetValueOrDefault(finding.Fingerprint), now)).OfType<Signal>(),
    ];

    protected static AuditResult Result(DateTimeOffset looked, params AuditRow[] rows) =>
        new() { Check = Check, At = looked, Rows = [.. rows] };

    protected Slot Slot(string resource) => Slots[AuditFingerprint.Create(Scope.Account, Check.Name, "eu-central-1", resource)];

    protected void Dismiss(string resource)
    {
        var slot = Slot(resource);
        var action = new OperatorAction("a1", OperatorVerb.Resolve, "kim");
        Slots[slot.Fingerprint] = OperatorActions.Decide(slot, slot.Incident!.Id, action, Now.AddMinutes(1)).Write!.Apply(slot);
    }

    protected static AuditRow Row(
        string resource, FindingStatus status, string? id = null, string region = "eu-central-1", bool suppressed = false,
        bool rated = true, string details = "") =>
        new(new Finding(id ?? $"id-{resource}", status, region, resource, suppressed), details, rated);
}

using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Benchmarks.Month;

/// <summary>What a kind of finding came to in the month.</summary>
internal sealed class Tally
{
    /// <summary>Calls that the detection matched.</summary>
    public int Matches { get; set; }

    /// <summary>Incidents that opened.</summary>
    public int Incidents { get; set; }

    /// <summary>Messages: an incident opened, rose, or saw another act, and the default route notifies of its severity.</summary>
    public int Alerts { get; set; }
}

/// <summary>What makes findings of one kind.</summary>
/// <param name="Detection">The detection's id.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Severity">The severity of its act.</param>
/// <param name="Caller">The caller's class.</param>
/// <param name="Activity">What the call belongs to.</param>
internal sealed record FindingKind(string Detection, DetectionStage Stage, Severity Severity, string Caller, Activity Activity);

/// <summary>The incidents of a month, decided as the functions decide them, without waiting for the time that passes.</summary>
internal sealed class IncidentBook
{
    private static readonly LifecycleOptions Options = new();

    private readonly Dictionary<string, Slot> slots = new(StringComparer.Ordinal);

    /// <summary>What a signal makes of its incident, and the severity of the incident after it.</summary>
    public (DecisionReason Reason, Severity Severity) Take(Signal signal)
    {
        var key = signal.Subject.Fingerprint.Text;
        var slot = slots.GetValueOrDefault(key);
        // An incident that was quiet for so long has ended: the sweep sees to it within a minute.
        if (slot?.Active is not null && signal.OccurredAt - slot.NewestAt >= Options.QuietTime)
            slot = null;
        var severity = SeverityRules.Default.Classify(signal);
        var decision = Lifecycle.Decide(slot, signal, severity, Options, signal.OccurredAt);
        if (decision.Write is not null)
            slots[key] = slot = decision.Write.Apply(slot);
        return (decision.Reason, slot?.Incident?.Severity ?? severity);
    }
}

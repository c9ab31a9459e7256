using Watchkeeper.Incidents;

namespace Watchkeeper.Simulation.Running;

/// <summary>The simulation's own rule for which changes of an incident are notified.</summary>
internal static class NotifiableChange
{
    public static bool Is(Incident? before, Slot after) => IsTransition(before, after) && !IsMuted(before, after.Incident!);

    // Opened, reopened, escalated, repeated by a new actor, reminded, ended; acknowledged or commented where people know.
    private static bool IsTransition(Incident? before, Slot slot)
    {
        if (slot.Incident is not { } after)
            return false;
        if (before is null || before.Id != after.Id)
            return after.IsActive;
        if (before.IsActive != after.IsActive)
            return true;
        return after.IsActive && (after.Severity > before.Severity
            || slot.Last.Reason is DecisionReason.AnotherAct or DecisionReason.Reminded or DecisionReason.MuteEnded
            || (slot.Last.Reason is DecisionReason.Acknowledged or DecisionReason.Commented && before.Notified is not null));
    }

    // A muted incident notifies only its end, and only if its beginning was notified.
    private static bool IsMuted(Incident? before, Incident after) =>
        after.Mute is not null && (after.IsActive || before?.Notified is null);
}

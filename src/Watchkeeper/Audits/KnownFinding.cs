namespace Watchkeeper.Audits;

/// <summary>What the audits before know of a finding.</summary>
/// <param name="Finding">As it was seen last; of one that is gone, as it was while it was flagged.</param>
/// <param name="State">How it stands.</param>
/// <param name="ToldAt">
/// The time that the last signal about it carries; null where there was none. What changes later is dated later, though the next audit's
/// clock may be behind.
/// </param>
/// <param name="IsAnnounced">Whether that signal was about to be recorded only: a run that was cut short may have come to it or not.</param>
/// <param name="LookedAt">
/// When the check had looked that found what was told; null where no audit told it. Of two audits at once, one may hold an older answer.
/// </param>
public sealed record KnownFinding(
    Finding Finding, FindingState State, DateTimeOffset? ToldAt = null, bool IsAnnounced = false, DateTimeOffset? LookedAt = null)
{
    /// <summary>Whether the other stands as this one does, so that telling it would say the same.</summary>
    internal bool Says(KnownFinding other) =>
        State == other.State && (State is not FindingState.Flagged || Finding.Status == other.Finding.Status);
}

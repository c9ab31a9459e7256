namespace Watchkeeper.Signals;

/// <summary>How an alarm's owner mutes it in CloudWatch.</summary>
public enum MuteKind
{
    /// <summary>An alarm mute rule mutes the alarm for the length of its window.</summary>
    MuteRule,

    /// <summary>A suppressor alarm holds back the composite alarm's actions.</summary>
    Suppressed,

    /// <summary>The alarm's actions are disabled.</summary>
    ActionsDisabled,
}

/// <summary>
/// A mute by the alarm's owner. The alarm is recorded, and nobody is notified until the mute ends («Alarm mute rules»,
/// «Suppressing composite alarm actions» and «DisableAlarmActions» in CloudWatch's documentation).
/// </summary>
/// <param name="Kind">The kind of the mute.</param>
/// <param name="By">
/// The mute rule's ARN, or why a composite alarm is suppressed (<c>Alarm</c>, <c>WaitPeriod</c>, <c>ExtensionPeriod</c>).
/// </param>
/// <param name="Until">When the window ends; null if the end is unknown.</param>
public sealed record Mute(MuteKind Kind, string By, DateTimeOffset? Until = null);

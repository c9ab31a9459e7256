namespace Watchkeeper.Signals;

/// <summary>How the alarm's owner keeps it quiet in CloudWatch.</summary>
public enum MuteKind
{
    /// <summary>An alarm mute rule, for the length of its window.</summary>
    MuteRule,

    /// <summary>A composite alarm whose suppressor alarm holds its actions back.</summary>
    Suppressed,

    /// <summary>The alarm's actions are disabled.</summary>
    ActionsDisabled,
}

/// <summary>
/// That the alarm's owner keeps it quiet: it is recorded and told to nobody until that is over («Alarm mute rules», «Suppressing
/// composite alarm actions» and «DisableAlarmActions» in CloudWatch's documentation).
/// </summary>
/// <param name="Kind">How.</param>
/// <param name="By">Who: the mute rule's ARN, or why a composite is suppressed (<c>Alarm</c>, <c>WaitPeriod</c>, <c>ExtensionPeriod</c>).</param>
/// <param name="Until">When the window ends; null where nobody can say ahead.</param>
public sealed record Mute(MuteKind Kind, string By, DateTimeOffset? Until = null);

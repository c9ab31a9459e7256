namespace Watchkeeper.Notification.Localization;

/// <summary>
/// A sentence or label that does not belong to an enumeration of the domain. Braces mark a placeholder; every language has the
/// same placeholders.
/// </summary>
internal enum TextKey
{
    Subject,
    SmsHead,

    Since,
    SinceFor,
    Announced,
    At,
    AtOf,

    ReopenedLead,
    EscalatedLead,
    FurtherPageLead,
    PlannedNearLead,
    AcknowledgedLead,
    ResolvedByPersonLead,
    ExpiredLead,
    AnotherActLead,
    MuteEndedLead,
    NotReachedLead,
    SilencedLead,
    SilenceEndingLead,
    GroupedLead,
    StormLead,
    GroupedFurther,
    GroupedOver,
    InhibitedLead,
    MutedByIntervalLead,
    TemplateProblem,
    RemindedLead,
    SourceGoneLead,
    NoDataLead,
    RecordedLead,

    ResolvedVerb,
    ClosedVerb,
    RecordedVerb,

    DryRunOutlook,
    AutoOutlook,
    RefusedOutlook,
    ScaleOut,
    ReplaceInstance,

    SetDesiredCapacity,
    MarkUnhealthy,
    UnnamedAction,

    AdviceWhenAcknowledged,
    AdviceWhenCommented,
    AdviceWhenSilenceEnds,
    AdviceWhenResolved,
    AdviceWhenExpired,
    AdviceWhenSourceGone,
    AdviceWhenNoData,

    What,
    Check,
    EventType,
    Alarm,
    AlarmType,
    Kind,
    Severity,
    Service,
    Account,
    Resource,
    Metric,
    Actor,
    ApiCall,
    SourceAddress,
    MutedBy,
    Began,
    Ended,
    Planned,
    Signals,
    DataPoints,
    Shortened,
    Why,
    Note,
    Answer,

    WhatToDo,
    AlarmDescription,
    Runbook,
    InTheConsole,
    SubjectBy,
    UnusualCalls,
    UnusualErrors,
    UnusualErrorCode,
    UnusableConfiguration,
    LostEvents,
    UnusableVersion,
    Footer,

    Somebody,
    Colon,
    ListComma,
}

/// <summary>A unit of a duration.</summary>
internal enum Unit
{
    Second,
    Minute,
    Hour,
    Day,
}

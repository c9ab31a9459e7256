namespace Watchkeeper.Notification.Localization;

/// <summary>
/// A sentence or label that does not belong to an enumeration of the domain. Braces mark a placeholder; every language has the
/// same placeholders.
/// </summary>
internal enum TextKey
{
    Subject,
    SmsHead,

    OpenedLead,
    ReopenedLead,
    EscalatedLead,
    AcknowledgedLead,
    CommentedLead,
    ResolvedLead,
    ResolvedByPersonLead,
    ExpiredLead,
    AnotherActLead,
    MuteEndedLead,
    RemindedLead,
    SourceGoneLead,
    NoDataLead,
    RecordedLead,

    ResolvedVerb,
    ClosedVerb,
    RecordedVerb,
    ReactionHeadline,

    SetDesiredCapacity,
    MarkUnhealthy,
    UnnamedAction,

    AdviceWhenAcknowledged,
    AdviceWhenCommented,
    AdviceWhenResolved,
    AdviceWhenExpired,
    AdviceWhenSourceGone,
    AdviceWhenNoData,

    What,
    Kind,
    Severity,
    Service,
    Account,
    Region,
    Resource,
    Metric,
    Actor,
    ApiCall,
    SourceAddress,
    OtherLabels,
    MutedBy,
    Since,
    SinceEarlier,
    Lasted,
    Signals,
    Why,
    Note,
    Answer,

    WhatToDo,
    Runbook,
    InTheConsole,
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

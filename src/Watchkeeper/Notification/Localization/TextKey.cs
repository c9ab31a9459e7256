namespace Watchkeeper.Notification.Localization;

/// <summary>
/// A sentence or label that does not hang on an enumeration of the domain. What stands in braces in a sentence is a placeholder;
/// every language has the same ones.
/// </summary>
internal enum TextKey
{
    Subject,
    SmsHead,

    OpenedLead,
    ReopenedLead,
    EscalatedLead,
    AcknowledgedLead,
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

/// <summary>A unit in which people count durations.</summary>
internal enum Unit
{
    Second,
    Minute,
    Hour,
    Day,
}

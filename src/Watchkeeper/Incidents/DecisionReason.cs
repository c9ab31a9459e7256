namespace Watchkeeper.Incidents;

/// <summary>Why the core decided as it did about a signal. Names are stable: logs, metrics and output carry them in kebab case.</summary>
public enum DecisionReason
{
    /// <summary>Trouble where there was none: a new incident.</summary>
    Opened,

    /// <summary>The trouble came back inside the reopen window: the same incident again.</summary>
    Reopened,

    /// <summary>More of the same trouble.</summary>
    Repeated,

    /// <summary>The same trouble, and worse than before.</summary>
    Escalated,

    /// <summary>Another act of the same kind on the same thing: by another actor, from another source, or opening more than before.</summary>
    AnotherAct,

    /// <summary>The source says it is over.</summary>
    Resolved,

    /// <summary>What it was about no longer exists: the alarm was deleted, the instance terminated. What comes later is another incident.</summary>
    SourceGone,

    /// <summary>The source says it is well, and there was no incident; the time is remembered, so that older trouble arriving late is known as stale.</summary>
    NothingToResolve,

    /// <summary>The source cannot say; what stands, stands.</summary>
    NoData,

    /// <summary>This very observation has been recorded before.</summary>
    Duplicate,

    /// <summary>A newer state is already known.</summary>
    Stale,

    /// <summary>Something that happened during an episode which is over, told late: counted with that episode.</summary>
    Late,

    /// <summary>A person took it on.</summary>
    Acknowledged,

    /// <summary>A person ended it.</summary>
    ResolvedByPerson,

    /// <summary>Nothing more happened for the quiet time, and its source never says that it is over.</summary>
    Expired,

    /// <summary>Its source has had no data for so long that nothing can be said any more.</summary>
    NoDataForLong,

    /// <summary>AWS no longer keeps it quiet, and it still fires.</summary>
    MuteEnded,

    /// <summary>It goes on, and nobody has been told for a while.</summary>
    Reminded,

    /// <summary>A person acted on an incident that is already so, or gone.</summary>
    NothingToDo,
}

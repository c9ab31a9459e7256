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

    /// <summary>The source says it is over.</summary>
    Resolved,

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

    /// <summary>A person acted on an incident that is already so, or gone.</summary>
    NothingToDo,
}

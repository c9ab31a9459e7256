namespace Watchkeeper.Simulation.Faults;

/// <summary>What can go wrong at one step over the boundary of a process.</summary>
internal enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is answered with an error, and nothing was done.</summary>
    Error,

    /// <summary>It is done, and the answer never comes.</summary>
    DoneUnanswered,

    /// <summary>It is not done, and no answer comes.</summary>
    LostUnanswered,

    /// <summary>The process dies before.</summary>
    KillBefore,

    /// <summary>The process dies after it was done, before it knows.</summary>
    KillAfter,

    /// <summary>The service asks to slow down; nothing was done.</summary>
    Throttle,

    /// <summary>
    /// It is done, the answer is lost, and the SDK's own second try gets the second answer (aws/aws-sdk-java#2667).
    /// </summary>
    DoneTwice,
}

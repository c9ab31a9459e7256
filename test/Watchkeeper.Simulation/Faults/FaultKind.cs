namespace Watchkeeper.Simulation.Faults;

/// <summary>A fault at one step across a process's boundary.</summary>
internal enum FaultKind
{
    /// <summary>No fault.</summary>
    None,

    /// <summary>The service answers with an error and does nothing.</summary>
    Error,

    /// <summary>The service does the work; its answer is lost.</summary>
    DoneUnanswered,

    /// <summary>The service does nothing and does not answer.</summary>
    LostUnanswered,

    /// <summary>The process dies before the call.</summary>
    KillBefore,

    /// <summary>The process dies after the service did the work, before the answer arrives.</summary>
    KillAfter,

    /// <summary>The service throttles the call and does nothing.</summary>
    Throttle,

    /// <summary>
    /// The service does the work and its answer is lost; the SDK retries and returns the second answer (aws/aws-sdk-java#2667).
    /// </summary>
    DoneTwice,
}

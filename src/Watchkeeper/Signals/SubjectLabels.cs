namespace Watchkeeper.Signals;

/// <summary>Names and values of the labels that decisions read.</summary>
public static class SubjectLabels
{
    /// <summary>Who made a call: a person, a role's session, a service.</summary>
    public const string Actor = "actor";

    /// <summary>What kind of caller made a call, such as <c>cloudformation</c>, <c>console</c> or <c>key</c>.</summary>
    public const string ActorClass = "actorClass";

    /// <summary>The severity that a detection has for other callers, if it was lowered for this one.</summary>
    public const string LoweredFrom = "loweredFrom";

    /// <summary>
    /// Label of a CPU alarm: whether it reports too much load (<see cref="High"/>) or too little (<see cref="Low"/>).
    /// </summary>
    public const string Load = "load";

    /// <summary>Too much load.</summary>
    public const string High = "high";

    /// <summary>Too little load.</summary>
    public const string Low = "low";

    /// <summary>
    /// Label of an instance's status-check alarm: whether it fires when the check <see cref="Failed"/> or <see cref="Passed"/>.
    /// </summary>
    public const string Check = "check";

    /// <summary>The check failed.</summary>
    public const string Failed = "failed";

    /// <summary>The check passed.</summary>
    public const string Passed = "passed";
}

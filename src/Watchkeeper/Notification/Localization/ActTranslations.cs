namespace Watchkeeper.Notification.Localization;

/// <summary>
/// The texts about API calls that detections found, in one language. Braces mark a placeholder; every language has the same.
/// </summary>
internal sealed record ActTranslations
{
    /// <summary>Between two sentences.</summary>
    public required string Gap { get; init; }

    /// <summary>A detection's title and what was acted on.</summary>
    public required string TitleOf { get; init; }

    /// <summary>The title of a refused call.</summary>
    public required string Attempt { get; init; }

    /// <summary>The title of a call that failed without being refused.</summary>
    public required string Failure { get; init; }

    /// <summary>Who did what to what from where; the parts behind the call may be empty.</summary>
    public required string Lead { get; init; }

    /// <summary>Before the newest of many calls that were counted.</summary>
    public required string Counted { get; init; }

    /// <summary>Before the newest of many calls whose different values were counted.</summary>
    public required string CountedValues { get; init; }

    public required string On { get; init; }

    public required string Details { get; init; }

    public required string From { get; init; }

    public required string Refused { get; init; }

    public required string Failed { get; init; }

    /// <summary>Behind the sentence about a further act of an incident.</summary>
    public required string Another { get; init; }

    /// <summary>The label of how the incident ends.</summary>
    public required string Ends { get; init; }

    /// <summary>How the incident of an act ends that calls undo.</summary>
    public required string EndsWith { get; init; }

    /// <summary>How the incident of an act ends that no call undoes.</summary>
    public required string EndsAlone { get; init; }

    /// <summary>Who undid the act with which call.</summary>
    public required string Undone { get; init; }

    public required string RootUser { get; init; }

    /// <summary>A session of a role.</summary>
    public required string Session { get; init; }

    /// <summary>A session of a role with a name that says nothing.</summary>
    public required string RoleSession { get; init; }

    /// <summary>An actor of another account than the incident's.</summary>
    public required string OfAccount { get; init; }

    public required string PortOf { get; init; }

    public required string Port { get; init; }

    public required string AllPortsOf { get; init; }

    public required string AllPorts { get; init; }

    public required string Policy { get; init; }

    public required string Principal { get; init; }

    public required string Everybody { get; init; }

    public required string WithSecondFactor { get; init; }

    public required string WithoutSecondFactor { get; init; }

    public required string WhyItMatters { get; init; }

    /// <summary>The same for a refused call.</summary>
    public required string WhyItWouldMatter { get; init; }

    public required string Harmless { get; init; }

    /// <summary>What to do about a refused call, before the detection's response.</summary>
    public required string AdviceForAttempt { get; init; }

    public required string AdviceWhenUndone { get; init; }

    public required string AdviceWhenExpired { get; init; }

    public required string AdviceWhenClosed { get; init; }

    public required string Caller { get; init; }

    public required string Target { get; init; }

    /// <summary>The severity of an act that a deployment made.</summary>
    public required string Lowered { get; init; }

    /// <summary>The kind of caller, by the label <c>actorClass</c>.</summary>
    public required IReadOnlyDictionary<string, string> Callers { get; init; }
}

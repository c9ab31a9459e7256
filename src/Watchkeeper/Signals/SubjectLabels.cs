namespace Watchkeeper.Signals;

/// <summary>Names and values of the labels that decisions read.</summary>
public static class SubjectLabels
{
    /// <summary>What an alarm's author says of it, without declarations for machines.</summary>
    public const string Description = "description";

    /// <summary>Who made a call: a person, a role's session, a service.</summary>
    public const string Actor = "actor";

    /// <summary>What kind of caller made a call, such as <c>cloudformation</c>, <c>console</c> or <c>key</c>.</summary>
    public const string ActorClass = "actorClass";

    /// <summary>Value of <see cref="ActorClass"/>: one of Watchkeeper's functions made the call.</summary>
    public const string Watchkeeper = "watchkeeper";

    /// <summary>The severity that a detection has for other callers, if it was lowered for this one.</summary>
    public const string LoweredFrom = "loweredFrom";

    /// <summary>Why AWS refused a call or why it failed, such as <c>AccessDenied</c>.</summary>
    public const string ErrorCode = "errorCode";

    /// <summary>The protocol that an act opened: a name or number of EC2, or <see cref="All"/>.</summary>
    public const string Protocol = "protocol";

    /// <summary>The port that an act opened: one, a range such as <c>22-25</c>, or <see cref="All"/>.</summary>
    public const string Port = "port";

    /// <summary>The networks that an act opened something to, in CIDR notation.</summary>
    public const string Network = "network";

    /// <summary>The policies or permission sets that an act gave or took.</summary>
    public const string Policy = "policy";

    /// <summary>Whom an act gave access to: accounts, names, services; <c>*</c> is everybody.</summary>
    public const string Principal = "principal";

    /// <summary>What else an act was about: parameters of the call, such as <c>userName: mira</c>.</summary>
    public const string Target = "target";

    /// <summary>Whether a sign-in had a second factor: <see cref="Used"/> or <see cref="None"/>.</summary>
    public const string SecondFactor = "secondFactor";

    /// <summary>How many calls, or different values in them, a detection counted; «200+» for more than it counts.</summary>
    public const string Count = "count";

    /// <summary>The parameter whose different values were counted; none if the calls were.</summary>
    public const string CountOf = "countOf";

    /// <summary>Within how many minutes.</summary>
    public const string CountMinutes = "countMinutes";

    /// <summary>All protocols or ports.</summary>
    public const string All = "all";

    /// <summary>A second factor was used.</summary>
    public const string Used = "used";

    /// <summary>No second factor was used.</summary>
    public const string None = "none";

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

    /// <summary>Label of a planned change: <see cref="Stop"/> if it stops, restarts or removes what it is about.</summary>
    public const string Impact = "impact";

    /// <summary>The change stops, restarts or removes something.</summary>
    public const string Stop = "stop";

    /// <summary>Label of a planned change: the severity that the tags of its resources declare.</summary>
    public const string Declared = "declared";

    /// <summary>The number of resources of a Health event, if more than one; «100+» if further pages list more.</summary>
    public const string Entities = "entities";

    /// <summary>The number of a version of the configuration.</summary>
    public const string ConfigurationVersion = "configurationVersion";

    /// <summary>The first digits of the hash of a version of the configuration.</summary>
    public const string ConfigurationHash = "configurationHash";

    /// <summary>Who applied a version of the configuration.</summary>
    public const string AppliedBy = "appliedBy";

    /// <summary>The name of a resource that is known by an opaque id, from its tag <c>Name</c>.</summary>
    public const string ResourceName = "resourceName";

    /// <summary>The AWS service of a Health event, as AWS Health codes it, such as <c>EC2</c>.</summary>
    public const string AwsService = "awsService";
}

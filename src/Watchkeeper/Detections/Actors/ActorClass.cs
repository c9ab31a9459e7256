namespace Watchkeeper.Detections.Actors;

/// <summary>
/// The kind of caller that made a call. All but <see cref="InfrastructureTool"/> rest on what CloudTrail vouches for.
/// </summary>
internal enum ActorClass
{
    /// <summary>The record does not say.</summary>
    Unknown,

    /// <summary>A call without credentials.</summary>
    Anonymous,

    /// <summary>The root user.</summary>
    Root,

    /// <summary>CloudFormation, with the rights of whoever started the stack's operation.</summary>
    CloudFormation,

    /// <summary>A service of AWS, for itself or on somebody's behalf, or a service-linked role.</summary>
    AwsService,

    /// <summary>An identity of another account.</summary>
    OtherAccount,

    /// <summary>A person who signed in through IAM Identity Center, in the console or elsewhere.</summary>
    IdentityCenter,

    /// <summary>A person in the console, or on the way there.</summary>
    Console,

    /// <summary>
    /// A session of a role that one of Watchkeeper's functions acts with. It lowers nothing: whoever steals such a session has
    /// this class too.
    /// </summary>
    Watchkeeper,

    /// <summary>A role's session for a token of a CI system that AWS verified.</summary>
    Pipeline,

    /// <summary>
    /// Code on an instance, in a pod of EKS, or inside a service such as Lambda, with the credentials that it was given there.
    /// </summary>
    Workload,

    /// <summary>
    /// A role's session whose user agent names a tool for infrastructure as code. Anybody can send such a user agent.
    /// </summary>
    InfrastructureTool,

    /// <summary>Another session of a role.</summary>
    Role,

    /// <summary>An identity provider's user who is about to assume a role.</summary>
    Federated,

    /// <summary>The access key of an IAM user, or a session that was made with one.</summary>
    Key,
}

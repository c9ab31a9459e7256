namespace Watchkeeper.Detections.Actors;

/// <summary>Who made a call, as far as it can be trusted.</summary>
/// <param name="Class">The kind of caller.</param>
/// <param name="ClaimedTool">The tool for infrastructure as code that the user agent names; empty if it names none.</param>
/// <param name="IsServiceItself">
/// Whether a service of AWS called with an identity of its own, and not with the rights of somebody who used it.
/// </param>
internal readonly record struct Actor(ActorClass Class, string ClaimedTool, bool IsServiceItself)
{
    /// <summary>The class as a label's value; empty if it is unknown.</summary>
    public string Label => Class switch
    {
        ActorClass.Anonymous => "anonymous",
        ActorClass.Root => "root",
        ActorClass.CloudFormation => "cloudformation",
        ActorClass.AwsService => "aws-service",
        ActorClass.OtherAccount => "other-account",
        ActorClass.IdentityCenter => "identity-center",
        ActorClass.Console => "console",
        ActorClass.Watchkeeper => "watchkeeper",
        ActorClass.Pipeline => "pipeline",
        ActorClass.Workload => "workload",
        ActorClass.InfrastructureTool => "infrastructure-tool",
        ActorClass.Role => "role",
        ActorClass.Federated => "federated",
        ActorClass.Key => "key",
        _ => "",
    };

    /// <summary>
    /// The tool that deploys, in words; empty if the call is no deployment. CloudFormation is proven. A user agent is a claim,
    /// which counts for roles only: people and keys are known by better evidence than the text that they send.
    /// </summary>
    public string Deployment => Class switch
    {
        ActorClass.CloudFormation => "by CloudFormation",
        ActorClass.Pipeline or ActorClass.Workload or ActorClass.InfrastructureTool when ClaimedTool.Length > 0 =>
            $"by a role's session that claims to be {ClaimedTool}",
        _ => "",
    };
}

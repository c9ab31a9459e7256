using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections.Actors;

/// <summary>
/// Classifies the caller of a record («CloudTrail userIdentity element» and «CloudTrail record contents» in CloudTrail's user
/// guide). CloudTrail itself writes the identity's type, ARNs, session context and <c>invokedBy</c>; the caller writes the user
/// agent and names its session.
/// </summary>
internal static class ActorReader
{
    private const string AnonymousAccount = "ANONYMOUS_PRINCIPAL";
    private const string SignIn = "signin.amazonaws.com";

    // IAM reserves these two paths: nobody can create a role there.
    private const string ServiceLinked = ":role/aws-service-role/";
    private const string PermissionSet = ":role/aws-reserved/sso.amazonaws.com/";

    // The issuers of EKS, which gives tokens to pods.
    private const string ClusterIssuer = "oidc.eks.";

    private static readonly EventPath InvokedBy = Path("userIdentity.invokedBy");
    private static readonly EventPath Type = Path("userIdentity.type");
    private static readonly EventPath Account = Path("userIdentity.accountId");
    private static readonly EventPath Recipient = EventPath.Parse("detail.recipientAccountId", "account")!;
    private static readonly EventPath Issuer = Path("userIdentity.sessionContext.sessionIssuer.arn");
    private static readonly EventPath Provider =
        EventPath.Parse(
            "detail.userIdentity.sessionContext.webIdFederationData.federatedProvider", "detail.userIdentity.identityProvider")!;

    // The delivery of an instance's credentials, and the service whose code received them.
    private static readonly EventPath Delivery =
        EventPath.Parse("detail.userIdentity.sessionContext.ec2RoleDelivery", "detail.userIdentity.inScopeOf.issuerType")!;

    private static readonly EventPath FromConsole = Path("sessionCredentialFromConsole");
    private static readonly EventPath EventType = Path("eventType");
    private static readonly EventPath UserAgent = Path("userAgent");

    // The issuers of the tokens that CI systems give to their jobs.
    private static readonly string[] PipelineIssuers =
    [
        "token.actions.githubusercontent.com", "gitlab.com", "app.terraform.io", "agent.buildkite.com", "oidc.circleci.com",
        "api.bitbucket.org", "vstoken.dev.azure.com",
    ];

    private static readonly (string Product, string Name)[] Tools =
        [("terraform", "Terraform"), ("opentofu", "OpenTofu"), ("pulumi", "Pulumi"), ("aws-cdk", "AWS CDK")];

    /// <summary>The caller of an event in EventBridge's form.</summary>
    /// <param name="json">The event.</param>
    /// <param name="ownRoles">The ARNs of the roles that Watchkeeper's functions act with.</param>
    public static Actor Read(JsonElement json, ImmutableArray<string> ownRoles)
    {
        var invokedBy = InvokedBy.Find(json);
        var type = Type.Find(json);
        var issuer = Issuer.Find(json);
        var isService = type is "AWSService" || issuer.Contains(ServiceLinked, StringComparison.Ordinal);
        var tool = Tool(UserAgent.Find(json));
        return new Actor(Class(), tool, isService);

        ActorClass Class()
        {
            if (Account.Find(json) is AnonymousAccount)
                return ActorClass.Anonymous;
            if (IsCloudFormation(invokedBy))
                return ActorClass.CloudFormation;
            if (isService || IsService(invokedBy))
                return ActorClass.AwsService;
            return type is "Root" ? ActorClass.Root : OfIdentity(json, type, issuer, invokedBy, tool, ownRoles);
        }
    }

    private static ActorClass OfIdentity(
        JsonElement json, string type, string issuer, string invokedBy, string tool, ImmutableArray<string> ownRoles)
    {
        if (IsOtherAccount(json, type))
            return ActorClass.OtherAccount;
        if (type is "IdentityCenterUser" || issuer.Contains(PermissionSet, StringComparison.Ordinal))
            return ActorClass.IdentityCenter;
        if (invokedBy is SignIn || FromConsole.Find(json) is "true"
            || EventType.Find(json) is "AwsConsoleSignIn" or "AwsConsoleAction")
        {
            return ActorClass.Console;
        }

        // The whole ARN: anybody can name a role of another account so, or begin a name like ours.
        if (type is "AssumedRole" && ownRoles.Contains(issuer, StringComparer.Ordinal))
            return ActorClass.Watchkeeper;
        var provider = IssuerOf(Provider.Find(json));
        var isPipeline = PipelineIssuers.Contains(provider, StringComparer.Ordinal);
        var isWorkload = provider.StartsWith(ClusterIssuer, StringComparison.Ordinal) || Delivery.Find(json).Length > 0;
        return type switch
        {
            "AssumedRole" or "WebIdentityUser" when isPipeline => ActorClass.Pipeline,
            "AssumedRole" or "WebIdentityUser" when isWorkload => ActorClass.Workload,
            "AssumedRole" or "Role" => tool.Length > 0 ? ActorClass.InfrastructureTool : ActorClass.Role,
            "WebIdentityUser" or "SAMLUser" => ActorClass.Federated,
            "IAMUser" or "FederatedUser" => ActorClass.Key,
            _ => ActorClass.Unknown,
        };
    }

    private static bool IsCloudFormation(string invokedBy) =>
        invokedBy is "cloudformation.amazonaws.com" or "cloudformation.amazonaws.com.cn";

    // «AWS Internal» stands for requests that AWS passed on for a person; so does the console's sign-in.
    private static bool IsService(string invokedBy) =>
        invokedBy is not SignIn
        && (invokedBy.EndsWith(".amazonaws.com", StringComparison.Ordinal)
            || invokedBy.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal));

    private static bool IsOtherAccount(JsonElement json, string type) =>
        type is "AWSAccount"
        || (Account.Find(json) is { Length: > 0 } account && Recipient.Find(json) is { Length: > 0 } own && account != own);

    // Of a provider's ARN, or of the bare issuer; an issuer may go on with a path, such as an organisation's id.
    private static string IssuerOf(string provider)
    {
        const string resource = ":oidc-provider/";
        var at = provider.IndexOf(resource, StringComparison.Ordinal);
        var issuer = at < 0 ? provider : provider[(at + resource.Length)..];
        return issuer.Split('/')[0];
    }

    private static string Tool(string userAgent)
    {
        foreach (var (product, name) in Tools)
        {
            if (userAgent.Contains(product, StringComparison.OrdinalIgnoreCase))
                return name;
        }

        return "";
    }

    private static EventPath Path(string path) => EventPath.Parse($"detail.{path}")!;
}

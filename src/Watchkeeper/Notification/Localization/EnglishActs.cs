namespace Watchkeeper.Notification.Localization;

/// <summary>English for API calls that detections found.</summary>
internal static class EnglishActs
{
    public static ActTranslations Sentences { get; } = new()
    {
        Gap = " ",
        TitleOf = "{title}: {thing}",
        Attempt = "{title} (attempt, refused: {error})",
        Failure = "{title} (failed: {error})",
        Lead = "{who} called {api}{on}{details}{from}.",
        Counted = "{count} such calls within {minutes} min. The newest: ",
        CountedValues = "{count} different values of {field} within {minutes} min. The newest call: ",
        On = " on {resource}",
        Details = " ({details})",
        From = " from {source}",
        Refused = "AWS refused it: {error}.",
        Failed = "The call failed: {error}.",
        Another = "This is a new act of a known incident; calls so far: {signals}.",
        Ends = "Ends",
        EndsWith = "with {calls}, or a day after the last such call",
        EndsAlone = "a day after the last such call, or when somebody resolves it",
        Undone = "{who} undid it with {api}{from}.",
        RootUser = "The root user",
        Session = "{session} (role {role})",
        RoleSession = "role {role} (session {session})",
        OfAccount = "{who} of account {account}",
        PortOf = "{protocol} port {port}",
        Port = "port {port}",
        AllPortsOf = "{protocol}, all ports",
        AllPorts = "all protocols and ports",
        Policy = "policy {policy}",
        Principal = "principal {principal}",
        Everybody = "everybody",
        WithSecondFactor = "with MFA",
        WithoutSecondFactor = "without MFA",
        WhyItMatters = "Why it matters",
        WhyItWouldMatter = "Why it would matter",
        Harmless = "May be harmless",
        AdviceForAttempt =
            "This call changed nothing; look for what else this identity tried. If a call succeeded: {response}",
        AdviceWhenUndone =
            "The change is undone and needs nothing more. If nobody knows the reason for it, still find out who made it.",
        AdviceWhenExpired =
            "Closed does not mean undone: the change may still be in place. Nothing to do if somebody has looked at it.",
        AdviceWhenClosed = "Nothing: somebody has looked at it and closed it.",
        Caller = "Caller",
        Target = "Concerns",
        Lowered = "{severity} (one step below {from}, because a deployment made the call)",
        Callers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["anonymous"] = "anonymous, without credentials",
            ["root"] = "root user",
            ["cloudformation"] = "CloudFormation",
            ["aws-service"] = "AWS service",
            ["other-account"] = "identity of another account",
            ["identity-center"] = "person signed in through IAM Identity Center",
            ["console"] = "person in the console",
            ["pipeline"] = "CI pipeline",
            ["workload"] = "workload: instance, pod or function",
            ["infrastructure-tool"] = "role that claims to be an infrastructure tool",
            ["role"] = "session of a role",
            ["federated"] = "federated user",
            ["watchkeeper"] = "Watchkeeper itself",
            ["key"] = "access key",
        },
    };
}

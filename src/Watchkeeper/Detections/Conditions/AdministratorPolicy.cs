using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Detections.Conditions;

/// <summary>
/// Whether a policy of a user, group or role makes its holder an administrator: one statement allows IAM's ways to gain every
/// right, on any user, role and policy. All of IAM is as good as everything, and so is everything except some other service.
/// Conditions do not count: an administrator with a second factor is one.
/// </summary>
internal static class AdministratorPolicy
{
    private const int AccountDigits = 12;

    private static readonly string[] Ways =
    [
        "iam:AttachUserPolicy", "iam:AttachRolePolicy", "iam:PutUserPolicy", "iam:PutRolePolicy", "iam:CreatePolicyVersion",
        "iam:CreateAccessKey", "iam:UpdateAssumeRolePolicy", "iam:PassRole",
    ];

    private static readonly string[] Targets =
        ["arn:aws:iam::000000000000:user/any", "arn:aws:iam::000000000000:role/any", "arn:aws:iam::000000000000:policy/any"];

    /// <summary>Whether the value is such a policy.</summary>
    public static bool IsMetBy(JsonElement policy) => PolicyStatement.In(policy).Any(IsMetBy);

    private static bool IsMetBy(PolicyStatement statement) =>
        statement.Allows
        && Ways.All(way => Covers(statement, "Action", way))
        && Targets.All(target => Covers(statement, "Resource", target));

    private static bool Covers(PolicyStatement statement, string element, string value)
    {
        var listed = statement.Texts(element);
        var excepted = statement.Texts($"Not{element}");
        return Any(listed, value) || (!excepted.IsEmpty && !Any(excepted, value));
    }

    private static bool Any(ImmutableArray<string> wildcards, string value) =>
        wildcards.Any(wildcard => PolicyWildcard.Matches(Anywhere(wildcard), value));

    // «arn:aws-cn:iam::ACCOUNT:role/*» is every role of an account, whichever it is, in whichever partition.
    private static string Anywhere(string wildcard) =>
        wildcard.Split(':', 6) is ["arn", _, "iam", var region, var account, var rest]
            ? $"arn:*:iam:{region}:{(account.Length == AccountDigits ? "*" : account)}:{rest}"
            : wildcard;
}

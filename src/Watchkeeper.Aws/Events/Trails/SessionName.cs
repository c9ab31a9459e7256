using System.Buffers;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// Distinguishes role session names of people, chosen by a person or by an identity provider, from generated names. Generated
/// names change with every run, so that one pipeline would look like a new actor each night.
/// </summary>
internal static class SessionName
{
    private const int LongDigits = 8;
    private const int MinHex = 8;
    private const int MinRandom = 16;

    // Permission sets of IAM Identity Center: the session name is always the user's name.
    private const string PermissionSet = "AWSReservedSSO_";

    private static readonly SearchValues<char> Separators = SearchValues.Create("-_.:=,+/");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // Default session names of SDKs and tools: botocore, AWS's SDKs, GitHub's action, CodeBuild, EKS and others.
    private static readonly string[] Beginnings =
    [
        "aws-sdk-", "aws-go-sdk", "aws-cdk", "aws-cli", "awscli", "awscodebuild", "awscloudformation", "awsbackup", "awslambda",
        "argocd", "atlantis", "autoscaling", "bitbucket", "botocore", "buildkite", "circleci", "cloudformation", "codebuild",
        "codepipeline", "crossplane", "ecs-", "eks-", "github", "gitlab", "jenkins", "packer", "pulumi", "serverless",
        "spacelift",
        "stackset", "terraform", "tfc-", "web-identity",
    ];

    /// <summary>Whether a machine generated the name.</summary>
    /// <param name="session">The session's name.</param>
    /// <param name="role">The role's ARN or name.</param>
    public static bool IsMadeByMachine(string session, string role)
    {
        if (session.Length == 0)
            return true;
        if (role.Contains(PermissionSet, StringComparison.Ordinal) || session.Contains('@', StringComparison.Ordinal))
            return false;
        return Beginnings.Any(beginning => session.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            || IsInstance(session)
            || IsRandom(session)
            || AnyPart(session);
    }

    private static bool IsInstance(string session) =>
        session.Length > 2
        && session.StartsWith("i-", StringComparison.Ordinal)
        && !session.AsSpan(2).ContainsAnyExcept(HexDigits);

    private static bool IsRandom(string session) =>
        session.Length >= MinRandom
        && session.All(char.IsAsciiLetterOrDigit)
        && session.Any(char.IsAsciiDigit)
        && session.Any(char.IsAsciiLetterUpper)
        && session.Any(char.IsAsciiLetterLower);

    private static bool AnyPart(string session)
    {
        foreach (var range in session.AsSpan().SplitAny(Separators))
        {
            var part = session.AsSpan(range);
            if (IsNumber(part) || IsHex(part) || HasLongDigits(part))
                return true;
        }

        return false;
    }

    // A counter or a part of a date: build-4711, 2026-11-27.
    private static bool IsNumber(ReadOnlySpan<char> part) => !part.IsEmpty && !part.ContainsAnyExceptInRange('0', '9');

    private static bool IsHex(ReadOnlySpan<char> part) =>
        part.Length >= MinHex && part.ContainsAnyInRange('0', '9') && !part.ContainsAnyExcept(HexDigits);

    private static bool HasLongDigits(ReadOnlySpan<char> part)
    {
        var run = 0;
        foreach (var c in part)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == LongDigits)
                return true;
        }

        return false;
    }
}

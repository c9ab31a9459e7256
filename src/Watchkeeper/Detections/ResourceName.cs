namespace Watchkeeper.Detections;

/// <summary>
/// Reduces an ARN to the name in it, because some APIs accept both for the same resource. The name follows the type in an ARN
/// («Amazon Resource Names» in the IAM user guide). Any other text stays unchanged.
/// </summary>
internal static class ResourceName
{
    private const int SecretSuffix = 6;

    /// <summary><c>main</c> of <c>arn:aws:cloudtrail:eu-central-1:123456789012:trail/main</c> and of <c>main</c>.</summary>
    public static string From(string value)
    {
        if (!value.StartsWith("arn:", StringComparison.Ordinal))
            return value;
        if (value.Split(':', 6) is not [_, _, var service, _, var account, var resource])
            return value;
        // The root user has no name: arn:aws:iam::123456789012:root is the account.
        if (service == "iam" && resource == "root")
            return account;
        var type = resource.IndexOfAny(['/', ':']);
        var name = resource[(type + 1)..];
        if (name.Length == 0)
            return value;
        return service == "secretsmanager" ? WithoutSuffix(name) : name;
    }

    // Secrets Manager appends a hyphen and six random characters to a secret's ARN; they are not part of the name.
    private static string WithoutSuffix(string name) =>
        name.Length > SecretSuffix + 1 && name[^(SecretSuffix + 1)] == '-' && name[^SecretSuffix..].All(char.IsAsciiLetterOrDigit)
            ? name[..^(SecretSuffix + 1)]
            : name;
}

namespace Watchkeeper.Detections;

/// <summary>
/// The name by which two calls mean one thing, where APIs take a name as well as an ARN: what follows the type in an ARN
/// («Amazon Resource Names» in the IAM user guide). Everything else is what it is.
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

    // Secrets Manager ends a secret's ARN with a hyphen and six random characters, which its name has not.
    private static string WithoutSuffix(string name) =>
        name.Length > SecretSuffix + 1 && name[^(SecretSuffix + 1)] == '-' && name[^SecretSuffix..].All(char.IsAsciiLetterOrDigit)
            ? name[..^(SecretSuffix + 1)]
            : name;
}

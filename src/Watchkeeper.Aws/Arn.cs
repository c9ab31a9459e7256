namespace Watchkeeper.Aws;

/// <summary>The parts of an Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>.</summary>
public readonly record struct Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    /// <summary>Parses an ARN; null if the text is not an ARN. Region and account are not checked and may be empty.</summary>
    public static Arn? Parse(string text)
    {
        return text.Split(':', 6)
            is ["arn", { Length: > 0 } partition, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
                ? new Arn(partition, service, region, account, resource)
                : null;
    }

    /// <summary>Returns the partition of a region.</summary>
    public static string PartitionOf(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ when region.StartsWith("us-isob-", StringComparison.Ordinal) => "aws-iso-b",
        _ when region.StartsWith("us-iso-", StringComparison.Ordinal) => "aws-iso",
        _ when region.StartsWith("eusc-", StringComparison.Ordinal) => "aws-eusc",
        _ => "aws",
    };

    /// <summary>Whether a text is an account id of twelve digits.</summary>
    public static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    /// <summary>Returns an account id of twelve digits, or an empty text for anything else.</summary>
    public static string AccountOrNone(string text) => IsAccount(text) ? text : "";

    /// <inheritdoc/>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}

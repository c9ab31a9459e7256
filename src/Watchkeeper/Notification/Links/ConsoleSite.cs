namespace Watchkeeper.Notification.Links;

/// <summary>The console of one partition and region. Addresses contain only validated codes and encoded text.</summary>
internal sealed class ConsoleSite
{
    private readonly string domain;

    private ConsoleSite(string partition, string domain, string region)
    {
        Partition = partition;
        this.domain = domain;
        Region = region;
    }

    public string Partition { get; }

    public string Region { get; }

    /// <summary>Creates the site; null if the partition has no public console. An invalid region code counts as empty.</summary>
    public static ConsoleSite? For(string partition, string region) => partition switch
    {
        "aws" => new ConsoleSite(partition, "console.aws.amazon.com", Code(region)),
        "aws-cn" => new ConsoleSite(partition, "console.amazonaws.cn", Code(region)),
        "aws-us-gov" => new ConsoleSite(partition, "console.amazonaws-us-gov.com", Code(region)),
        _ => null,
    };

    /// <summary>Address of a regional service: <c>https://REGION.console…/SERVICE/home?region=REGION#FRAGMENT</c>.</summary>
    public string Regional(string service, string fragment) =>
        $"https://{Region}.{domain}/{service}/home?region={Region}#{fragment}";

    /// <summary>Address of a global service.</summary>
    public string Global(string service, string fragment) => $"https://{domain}/{service}/home#{fragment}";

    /// <summary>Encodes a value for a fragment.</summary>
    public static string Encode(string value) => Uri.EscapeDataString(value);

    /// <summary>Encodes an ARN for a fragment. The console expects unencoded colons and slashes.</summary>
    public static string EncodeArn(string arn) => Uri.EscapeDataString(arn)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>CloudWatch's own encoding: percent-encoding with <c>$</c> for <c>%</c> and <c>+</c> for a space.</summary>
    public static string EncodeForCloudWatch(string name) => Uri.EscapeDataString(name)
        .Replace("%20", "+", StringComparison.Ordinal).Replace('%', '$');

    /// <summary>
    /// The text if it has only lower-case letters, digits and hyphens, else empty, because it becomes part of a host name.
    /// </summary>
    public static string Code(string text)
    {
        if (text.Length > 32)
            return "";
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
                return "";
        }

        return text.StartsWith('-') || text.EndsWith('-') ? "" : text;
    }
}

using Amazon.Runtime;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// The Message-ID of a mail that SES sent. SES replaces every Message-ID by its own («Amazon SES header fields»), and answers
/// with the part before the @. After it stands a domain of the region: <c>email.amazonses.com</c> in us-east-1,
/// <c>eu-west-1.amazonses.com</c> and so on elsewhere.
/// </summary>
internal static class SesMessageId
{
    /// <summary>The Message-ID; null if the domain is unknown, because a wrong one would name no mail.</summary>
    /// <param name="id">The id in SES's answer; null if there is none.</param>
    /// <param name="config">The client's configuration, which knows the region.</param>
    public static string? Qualify(string? id, IClientConfig config)
    {
        var region = config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion ?? "";
        return id is not { Length: > 0 } || !id.All(IsPlain) || DomainOf(region) is not { } domain ? null : $"{id}@{domain}";
    }

    private static string? DomainOf(string region) => region switch
    {
        "us-east-1" => "email.amazonses.com",
        "" => null,
        // Other partitions have domains of their own, which AWS does not document.
        _ when region.StartsWith("cn-", StringComparison.Ordinal) || region.StartsWith("eusc-", StringComparison.Ordinal)
            || region.StartsWith("us-iso", StringComparison.Ordinal)
            || region.StartsWith("eu-iso", StringComparison.Ordinal) => null,
        _ => $"{region}.amazonses.com",
    };

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_';
}

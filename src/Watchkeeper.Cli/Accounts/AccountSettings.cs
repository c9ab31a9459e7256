using System.Text.RegularExpressions;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Accounts;

/// <summary>Region, endpoints and profile, found as AWS's own command line finds them.</summary>
internal sealed partial record AccountSettings
{
    /// <summary>The region.</summary>
    public required Setting Region { get; init; }

    /// <summary>The profile.</summary>
    public required AccountProfile Profile { get; init; }

    /// <summary>The configured endpoint of DynamoDB; null for AWS's own.</summary>
    public required Setting? DynamoDb { get; init; }

    /// <summary>The configured endpoint of STS; null for AWS's own.</summary>
    public required Setting? Sts { get; init; }

    /// <summary>The file with trusted roots; null for the system's.</summary>
    public required Setting? Bundle { get; init; }

    /// <summary>Finds the settings.</summary>
    /// <param name="region">The region that an option gives, or the table's ARN.</param>
    /// <param name="profile">The profile that an option gives.</param>
    /// <param name="variables">The environment.</param>
    /// <exception cref="RunException">A setting is missing or invalid.</exception>
    public static AccountSettings Find(Setting? region, string? profile, AccountVariables variables)
    {
        var chosen = AccountProfile.Read(profile, variables);
        var found = region ?? variables.First("AWS_REGION", "AWS_DEFAULT_REGION") ?? chosen["region"]
            ?? throw new RunException(
                $"There is no region. Give --region, set AWS_REGION, or set region in the profile {chosen.Name} "
                + $"of «{chosen.ConfigPath}».")
            { IsUsage = true };
        if (!RegionName().IsMatch(found.Value))
            throw new RunException($"{found.Origin} is «{found.Value}», which is no region.") { IsUsage = true };
        return new AccountSettings
        {
            Region = found,
            Profile = chosen,
            DynamoDb = EndpointOf("dynamodb", chosen, variables),
            Sts = EndpointOf("sts", chosen, variables),
            Bundle = variables.First("AWS_CA_BUNDLE") ?? chosen["ca_bundle"],
        };
    }

    // The order of «Service-specific endpoints» in the reference guide of AWS's SDKs and tools.
    private static Setting? EndpointOf(string service, AccountProfile profile, AccountVariables variables)
    {
        var isIgnored = variables.First("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") ?? profile["ignore_configured_endpoint_urls"];
        if (isIgnored?.Value.Equals("true", StringComparison.OrdinalIgnoreCase) is true)
            return null;
        var found = variables.First($"AWS_ENDPOINT_URL_{service.ToUpperInvariant()}", "AWS_ENDPOINT_URL")
            ?? profile.OfService(service, "endpoint_url")
            ?? profile["endpoint_url"];
        if (found is null || (Uri.TryCreate(found.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            return found;
        throw new RunException($"{found.Origin} is «{found.Value}», which is no URL that begins with http:// or https://.")
        {
            IsUsage = true,
        };
    }

    // A region becomes a part of a host's name.
    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RegionName();
}

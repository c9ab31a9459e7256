using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Accounts;

/// <summary>Credentials with their origin, in the order of AWS's own command line.</summary>
/// <param name="Credentials">The credentials, which the SDK refreshes.</param>
/// <param name="Origin">The variable, the profile or the service that gives them, for messages.</param>
internal sealed record AccountCredentials(AWSCredentials Credentials, string Origin)
{
    private const string KeyId = "AWS_ACCESS_KEY_ID";
    private const string Secret = "AWS_SECRET_ACCESS_KEY";

    // A laptop has no metadata service, and nothing there refuses the connection.
    private static readonly TimeSpan LongestMetadata = TimeSpan.FromSeconds(3);

    // A role or a single sign-on makes calls of its own.
    private static readonly TimeSpan LongestProfile = TimeSpan.FromSeconds(20);

    /// <summary>Finds the credentials and makes sure that they can be had.</summary>
    /// <exception cref="RunException">There are none.</exception>
    public static async Task<AccountCredentials> FindAsync(
        AccountSettings settings, AccountVariables variables, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!settings.Profile.IsGiven && FromVariables(variables) is { } keys)
            return keys;
        Publish(settings, variables);
        if (FromProfile(settings.Profile) is { } profile)
            return await RequireAsync(profile, LongestProfile, time, cancellationToken);
        if (FromService(variables) is { } service)
            return await RequireAsync(service, LongestProfile, time, cancellationToken);
        if (variables["AWS_EC2_METADATA_DISABLED"]?.Equals("true", StringComparison.OrdinalIgnoreCase) is true)
            throw None(settings);
        try
        {
            var instance = await Task.Run(() => new InstanceProfileAWSCredentials(), cancellationToken)
                .WaitAsync(LongestMetadata, time, cancellationToken);
            return await RequireAsync(new(instance, "the instance's role"), LongestMetadata, time, cancellationToken);
        }
        catch (Exception absent) when (!cancellationToken.IsCancellationRequested)
        {
            throw None(settings, absent);
        }
    }

    private static AccountCredentials? FromVariables(AccountVariables variables) => (variables[KeyId], variables[Secret]) switch
    {
        (null, null) => null,
        ({ } id, { } secret) => new(
            variables.First("AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN") is { } token
                ? new SessionAWSCredentials(id, secret, token.Value)
                : new BasicAWSCredentials(id, secret),
            $"the variable {KeyId}"),
        (null, _) => throw Missing(KeyId, Secret),
        _ => throw Missing(Secret, KeyId),
    };

    // The SDK reads variables and not options, and looks for the two files in one folder.
    private static void Publish(AccountSettings settings, AccountVariables variables)
    {
        variables.Publish("AWS_REGION", settings.Region.Value);
        variables.Publish("AWS_SHARED_CREDENTIALS_FILE", settings.Profile.CredentialsPath);
        variables.Publish("AWS_CONFIG_FILE", settings.Profile.ConfigPath);
        if (settings.Profile.IsNamed)
            variables.Publish("AWS_PROFILE", settings.Profile.Name);
        if (settings.Sts is { } sts)
            variables.Publish("AWS_ENDPOINT_URL_STS", sts.Value);
    }

    private static AccountCredentials? FromProfile(AccountProfile profile)
    {
        if (!profile.Exists)
            return null;
        try
        {
            var file = new SharedCredentialsFile(profile.CredentialsPath);
            return file.TryGetProfile(profile.Name, out var found) && found.CanCreateAWSCredentials
                ? new(found.GetAWSCredentials(file), $"the profile {profile.Name}")
                : null;
        }
        catch (Exception invalid) when (invalid is InvalidDataException or InvalidOperationException or AmazonClientException
            or ArgumentException)
        {
            throw Unusable($"the profile {profile.Name}", invalid);
        }
    }

    private static AccountCredentials? FromService(AccountVariables variables)
    {
        if (variables["AWS_WEB_IDENTITY_TOKEN_FILE"] is not null && variables["AWS_ROLE_ARN"] is not null)
        {
            return new(
                AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables(), "the variable AWS_WEB_IDENTITY_TOKEN_FILE");
        }

        return variables.First("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI") is { } container
            ? new(new GenericContainerCredentials(), $"the variable {container.Origin}")
            : null;
    }

    private static async Task<AccountCredentials> RequireAsync(
        AccountCredentials found, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(found.Credentials.GetCredentialsAsync, cancellationToken).WaitAsync(limit, time, cancellationToken);
            return found;
        }
        catch (Exception refused) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unusable(found.Origin, refused);
        }
    }

    private static RunException Unusable(string origin, Exception cause) => new(
        $"The credentials of {origin} cannot be had: {InertText.Line(Innermost(cause).Message)} "
        + "Check the profile, and sign in again if its session has ended («aws sso login»).",
        cause)
    {
        IsUsage = true,
    };

    private static Exception Innermost(Exception cause) =>
        cause is AmazonClientException { InnerException: { } inner } ? Innermost(inner) : cause;

    private static RunException Missing(string name, string set) =>
        new($"{set} is set, but {name} is not. Set both, or neither.") { IsUsage = true };

    private static RunException None(AccountSettings settings, Exception? cause = null) => new(
        $"There are no credentials. Set {KeyId} and {Secret}, or give a profile with credentials by --profile or AWS_PROFILE "
        + $"(the profile {settings.Profile.Name} of «{settings.Profile.ConfigPath}» has none).",
        cause)
    {
        IsUsage = true,
    };
}

using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Watchkeeper.Secrets;

namespace Watchkeeper.Aws.Secrets;

/// <summary>Reads the current version of a secret of Secrets Manager.</summary>
internal static class ManagedSecret
{
    public static async Task<SecretResult> ReadAsync(
        IAmazonSecretsManager client, SecretReference reference, CancellationToken cancellationToken)
    {
        // The service looks in its own region whatever the ARN says, and finds nothing there.
        if (reference.Region is { } named && RegionOf(client.Config) is { } own && named != own)
        {
            return new SecretResult.Failed(
                reference, SecretFault.Missing,
                $"the ARN names the region {named}, and functions read secrets of {own}: replicate the secret there, "
                + "and name it by its name");
        }

        var response = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = reference.Id }, cancellationToken);
        return SecretText.Read(reference, response.SecretString);
    }

    private static string? RegionOf(IClientConfig config) => config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion;
}

using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Watchkeeper.Secrets;

namespace Watchkeeper.Aws.Secrets;

/// <summary>
/// Reads a parameter. Decrypts it: without, a SecureString would come as its ciphertext, and pass for the value.
/// </summary>
internal static class Parameter
{
    public static async Task<SecretResult> ReadAsync(
        IAmazonSimpleSystemsManagement client, SecretReference reference, CancellationToken cancellationToken)
    {
        var response = await client.GetParameterAsync(
            new GetParameterRequest { Name = reference.Id, WithDecryption = true }, cancellationToken);
        return SecretText.Read(reference, response.Parameter?.Value ?? "");
    }
}

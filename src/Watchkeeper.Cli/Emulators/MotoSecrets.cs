using System.Text.Json.Nodes;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Secrets;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Keeps the secrets of a file in moto, where the functions read them as they read AWS.</summary>
internal static class MotoSecrets
{
    /// <summary>Creates each parameter and each secret; the fields of one secret become one JSON object.</summary>
    public static async Task StoreAsync(SecretsFile file, QueryApi api, CancellationToken cancellationToken)
    {
        foreach (var secret in file.Entries.GroupBy(each => (each.Reference.Service, each.Reference.Path)))
        {
            var (service, name) = secret.Key;
            var values = secret.ToList();
            var value = values[0].Reference.Field is null ? values[0].Value : Object(values);
            if (service is SecretService.ParameterStore)
            {
                await api.CallJsonAsync(
                    "ssm", "AmazonSSM.PutParameter",
                    new JsonObject { ["Name"] = name, ["Value"] = value, ["Type"] = "SecureString" }, cancellationToken);
            }
            else
            {
                await api.CallJsonAsync(
                    "secretsmanager", "secretsmanager.CreateSecret",
                    new JsonObject { ["Name"] = name, ["SecretString"] = value }, cancellationToken);
            }
        }
    }

    private static string Object(List<(SecretReference Reference, string Value)> fields)
    {
        var json = new JsonObject();
        foreach (var (reference, value) in fields.Where(each => each.Reference.Field is not null))
            json[reference.Field!] = value;
        return json.ToJsonString();
    }
}

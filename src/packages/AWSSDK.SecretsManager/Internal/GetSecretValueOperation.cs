using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;
using Amazon.StandIn;

namespace Amazon.SecretsManager.Internal;

internal static class GetSecretValueOperation
{
    private const string Target = "secretsmanager.GetSecretValue";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new JsonMarshaller<GetSecretValueRequest>("Amazon.SecretsManager", Target, Write),
        ResponseUnmarshaller = new JsonUnmarshaller<GetSecretValueResponse>(Set, ServiceErrors.ToException),
    };

    private static void Write(GetSecretValueRequest request, Utf8JsonWriter writer)
    {
        writer.WriteText("SecretId", request.SecretId);
        writer.WriteText("VersionId", request.VersionId);
        writer.WriteText("VersionStage", request.VersionStage);
    }

    private static void Set(GetSecretValueResponse response, JsonElement value)
    {
        response.ARN = value.ReadString("ARN");
        response.CreatedDate = value.ReadTime("CreatedDate");
        response.Name = value.ReadString("Name");
        if (value.ReadString("SecretBinary") is { } bytes)
            response.SecretBinary = new MemoryStream(Convert.FromBase64String(bytes));
        response.SecretString = value.ReadString("SecretString");
        response.VersionId = value.ReadString("VersionId");
        response.VersionStages = value.ReadStrings("VersionStages");
    }
}

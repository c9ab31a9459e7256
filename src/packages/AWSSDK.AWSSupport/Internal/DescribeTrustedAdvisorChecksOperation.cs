using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AWSSupport.Internal;

internal static class DescribeTrustedAdvisorChecksOperation
{
    private const string Target = "AWSSupport_20130415.DescribeTrustedAdvisorChecks";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new JsonMarshaller<DescribeTrustedAdvisorChecksRequest>("Amazon.AWSSupport", Target, Write),
        ResponseUnmarshaller = new JsonUnmarshaller<DescribeTrustedAdvisorChecksResponse>(Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeTrustedAdvisorChecksRequest request, Utf8JsonWriter writer) =>
        writer.WriteText("language", request.Language);

    private static void Set(DescribeTrustedAdvisorChecksResponse response, JsonElement value) =>
        response.Checks = value.ReadList("checks", TrustedAdvisorReader.ReadCheck);
}

using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AWSSupport.Internal;

internal static class DescribeTrustedAdvisorCheckResultOperation
{
    private const string Target = "AWSSupport_20130415.DescribeTrustedAdvisorCheckResult";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new JsonMarshaller<DescribeTrustedAdvisorCheckResultRequest>("Amazon.AWSSupport", Target, Write),
        ResponseUnmarshaller = new JsonUnmarshaller<DescribeTrustedAdvisorCheckResultResponse>(Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeTrustedAdvisorCheckResultRequest request, Utf8JsonWriter writer)
    {
        writer.WriteText("checkId", request.CheckId);
        writer.WriteText("language", request.Language);
    }

    private static void Set(DescribeTrustedAdvisorCheckResultResponse response, JsonElement value) =>
        response.Result = value.ReadStructure("result", TrustedAdvisorReader.ReadResult);
}

using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AWSSupport.Internal;

internal static class RefreshTrustedAdvisorCheckOperation
{
    private const string Target = "AWSSupport_20130415.RefreshTrustedAdvisorCheck";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new JsonMarshaller<RefreshTrustedAdvisorCheckRequest>("Amazon.AWSSupport", Target, Write),
        ResponseUnmarshaller = new JsonUnmarshaller<RefreshTrustedAdvisorCheckResponse>(Set, ServiceErrors.ToException),
    };

    private static void Write(RefreshTrustedAdvisorCheckRequest request, Utf8JsonWriter writer) =>
        writer.WriteText("checkId", request.CheckId);

    private static void Set(RefreshTrustedAdvisorCheckResponse response, JsonElement value) =>
        response.Status = value.ReadStructure("status", TrustedAdvisorReader.ReadRefreshStatus);
}

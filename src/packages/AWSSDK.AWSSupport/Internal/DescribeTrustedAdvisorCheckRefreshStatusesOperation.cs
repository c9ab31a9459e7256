using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AWSSupport.Internal;

internal static class DescribeTrustedAdvisorCheckRefreshStatusesOperation
{
    private const string Target = "AWSSupport_20130415.DescribeTrustedAdvisorCheckRefreshStatuses";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new JsonMarshaller<DescribeTrustedAdvisorCheckRefreshStatusesRequest>(
            "Amazon.AWSSupport", Target, Write),
        ResponseUnmarshaller = new JsonUnmarshaller<DescribeTrustedAdvisorCheckRefreshStatusesResponse>(
            Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeTrustedAdvisorCheckRefreshStatusesRequest request, Utf8JsonWriter writer) =>
        writer.WriteStrings("checkIds", request.CheckIds);

    private static void Set(DescribeTrustedAdvisorCheckRefreshStatusesResponse response, JsonElement value) =>
        response.Statuses = value.ReadList("statuses", TrustedAdvisorReader.ReadRefreshStatus);
}

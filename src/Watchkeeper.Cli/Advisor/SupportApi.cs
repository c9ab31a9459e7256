using System.Text.Json;
using System.Text.Json.Nodes;

namespace Watchkeeper.Cli.Advisor;

/// <summary>
/// Serves the three operations of the AWS Support API (version 2013-04-15, AWS JSON 1.1) that audits use. The responses come from
/// files, because moto supports the names of the checks but none of their results.
/// </summary>
internal sealed class SupportApi(AdvisorFiles files, TimeProvider time)
{
    private const string Version = "AWSSupport_20130415.";

    /// <summary>Answers a request.</summary>
    /// <param name="target">The request's X-Amz-Target header.</param>
    /// <param name="body">The request's body.</param>
    public SupportResponse Answer(string? target, ReadOnlyMemory<byte> body)
    {
        if (files.Checks is not { } checks)
        {
            return Refusal(
                "SubscriptionRequiredException",
                "Amazon Web Services Premium Support Subscription is required to use this service.");
        }

        if (target == $"{Version}DescribeTrustedAdvisorChecks")
            return Granted(new JsonObject { ["checks"] = Node(checks) });
        if (target is not ($"{Version}DescribeTrustedAdvisorCheckResult" or $"{Version}RefreshTrustedAdvisorCheck"))
            return Refusal("UnknownOperationException", $"{target} is not answered here");
        if (CheckIdOf(body) is not { } id || !files.Has(id))
            return Refusal("InvalidParameterValueException", "checkId must be the id of a check");
        return Granted(target.EndsWith("Result", StringComparison.Ordinal)
            ? new JsonObject { ["result"] = files.ResultOf(id, time.GetUtcNow()) is { } result ? Node(result) : NotLookedYet(id) }
            : new JsonObject { ["status"] = Enqueued(id) });
    }

    private static JsonObject NotLookedYet(string id) => new()
    {
        ["checkId"] = id,
        ["status"] = "not_available",
        ["flaggedResources"] = new JsonArray(),
    };

    private static JsonObject Enqueued(string id) => new()
    {
        ["checkId"] = id,
        ["status"] = "enqueued",
        ["millisUntilNextRefreshable"] = 0,
    };

    private static string? CheckIdOf(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("checkId", out var id) ? id.GetString() : null;
    }

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());

    private static SupportResponse Granted(JsonObject answer) => new(200, Bytes(answer));

    private static SupportResponse Refusal(string type, string message) =>
        new(400, Bytes(new JsonObject { ["__type"] = type, ["message"] = message }));

    private static byte[] Bytes(JsonObject answer) => JsonSerializer.SerializeToUtf8Bytes(answer);
}

/// <summary>A response of the Support API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">AWS JSON 1.1.</param>
internal sealed record SupportResponse(int Status, byte[] Body)
{
    public const string ContentType = "application/x-amz-json-1.1";
}

using System.Text.Json;
using Amazon.AWSSupport.Model;
using Amazon.StandIn;

namespace Amazon.AWSSupport.Internal;

/// <summary>Reads what Trusted Advisor tells.</summary>
internal static class TrustedAdvisorReader
{
    public static TrustedAdvisorCheckDescription ReadCheck(JsonElement value) => new()
    {
        Category = value.ReadString("category"),
        Description = value.ReadString("description"),
        Id = value.ReadString("id"),
        Metadata = value.ReadStrings("metadata"),
        Name = value.ReadString("name"),
    };

    public static TrustedAdvisorCheckRefreshStatus ReadRefreshStatus(JsonElement value) => new()
    {
        CheckId = value.ReadString("checkId"),
        MillisUntilNextRefreshable = value.ReadLong("millisUntilNextRefreshable"),
        Status = value.ReadString("status"),
    };

    public static TrustedAdvisorCheckResult ReadResult(JsonElement value) => new()
    {
        CategorySpecificSummary = value.ReadStructure("categorySpecificSummary", ReadCategorySpecificSummary),
        CheckId = value.ReadString("checkId"),
        FlaggedResources = value.ReadList("flaggedResources", ReadResourceDetail),
        ResourcesSummary = value.ReadStructure("resourcesSummary", ReadResourcesSummary),
        Status = value.ReadString("status"),
        Timestamp = value.ReadString("timestamp"),
    };

    private static TrustedAdvisorCategorySpecificSummary ReadCategorySpecificSummary(JsonElement value) => new()
    {
        CostOptimizing = value.ReadStructure("costOptimizing", ReadCostOptimizingSummary),
    };

    private static TrustedAdvisorCostOptimizingSummary ReadCostOptimizingSummary(JsonElement value) => new()
    {
        EstimatedMonthlySavings = value.ReadDouble("estimatedMonthlySavings"),
        EstimatedPercentMonthlySavings = value.ReadDouble("estimatedPercentMonthlySavings"),
    };

    private static TrustedAdvisorResourceDetail ReadResourceDetail(JsonElement value) => new()
    {
        IsSuppressed = value.ReadBool("isSuppressed"),
        Metadata = value.ReadStrings("metadata"),
        Region = value.ReadString("region"),
        ResourceId = value.ReadString("resourceId"),
        Status = value.ReadString("status"),
    };

    private static TrustedAdvisorResourcesSummary ReadResourcesSummary(JsonElement value) => new()
    {
        ResourcesFlagged = value.ReadLong("resourcesFlagged"),
        ResourcesIgnored = value.ReadLong("resourcesIgnored"),
        ResourcesProcessed = value.ReadLong("resourcesProcessed"),
        ResourcesSuppressed = value.ReadLong("resourcesSuppressed"),
    };
}

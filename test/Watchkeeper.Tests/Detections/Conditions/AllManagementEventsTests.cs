using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Conditions;
using Xunit;

namespace Watchkeeper.Tests.Detections.Conditions;

public sealed class AllManagementEventsTests
{
    private const string Management = """{"field":"eventCategory","equals":["Management"]}""";
    private const string Reads = """{"field":"readOnly","equals":["true"]}""";
    private const string Writes = """{"field":"readOnly","equals":["false"]}""";

    [Theory]
    [InlineData("""{"readWriteType":"All","includeManagementEvents":true,"dataResources":[]}""")]
    [InlineData("""{"readWriteType":"All"}""")]
    [InlineData("""{"includeManagementEvents":true}""")]
    [InlineData("""{"readWriteType":null,"includeManagementEvents":null,"excludeManagementEventSources":null}""")]
    [InlineData("""{"includeManagementEvents":"true"}""")]
    [InlineData("""{"excludeManagementEventSources":[]}""")]
    [InlineData("""{"readwritetype":"All","includemanagementevents":true}""")]
    [InlineData("""{"dataResources":[{"type":"AWS::S3::Object","values":["arn:aws:s3"]}]}""")]
    [InlineData("""{"excludeManagementEventSources":["kms.amazonaws.com","rdsdata.amazonaws.com"]}""")]
    [InlineData("""{"includeManagementEvents":false,"readWriteType":"WriteOnly"},{"includeManagementEvents":true}""")]
    [InlineData("""{"readWriteType":"ReadOnly"},{"readWriteType":"WriteOnly"}""")]
    public void Basic_selectors_may_record_them_all(string selectors) => Is(selectors).ShouldBeTrue();

    [Theory]
    [InlineData("""{"includeManagementEvents":false}""")]
    [InlineData("""{"includeManagementEvents":"false"}""")]
    [InlineData("""{"readWriteType":"ReadOnly"}""")]
    [InlineData("""{"readWriteType":"WriteOnly"}""")]
    [InlineData("""{"readwritetype":"WriteOnly"}""")]
    [InlineData("""{"readWriteType":"ReadOnly"},{"readWriteType":"ReadOnly"}""")]
    [InlineData("""{"readWriteType":"ReadOnly"},{"readWriteType":"WriteOnly","includeManagementEvents":false}""")]
    [InlineData("""{"excludeManagementEventSources":["kms.amazonaws.com","sts.amazonaws.com"]}""")]
    [InlineData("""{"excludeManagementEventSources":[7]}""")]
    public void Basic_selectors_may_leave_some_out(string selectors) => Is(selectors).ShouldBeFalse();

    [Theory]
    [InlineData(Management)]
    [InlineData("""{"field":"eventCategory","equals":["Management"],"notEquals":[],"startsWith":null}""")]
    [InlineData($$"""{{Management}},{"field":"readOnly","equals":["true","false"]}""")]
    [InlineData($$"""{{Management}},{"field":"eventSource","notEquals":["kms.amazonaws.com"]}""")]
    [InlineData($$"""
        {"field":"eventSource","notEquals":["kms.amazonaws.com","rdsdata.amazonaws.com"]},{{Management}}
        """)]
    public void An_advanced_selector_may_record_them_all(string fields) => Is(Advanced(fields)).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(Reads)]
    [InlineData("""{"field":"eventCategory","equals":["Data"]}""")]
    [InlineData("""{"field":"eventCategory","equals":["Management","Data"]}""")]
    [InlineData("""{"field":"eventCategory","startsWith":["Management"]}""")]
    [InlineData("""{"field":"eventCategory","equals":["Management"],"endsWith":["t"]}""")]
    [InlineData($"{Management},{Reads}")]
    [InlineData($"{Management},{Writes}")]
    [InlineData($"{Management},{Reads},{Writes}")]
    [InlineData($$"""{{Management}},{"field":"readOnly","notEquals":["true"]}""")]
    [InlineData($$"""{{Management}},{"field":"eventSource","notEquals":["kms.amazonaws.com","iam.amazonaws.com"]}""")]
    [InlineData($$"""{{Management}},{"field":"eventSource","equals":["kms.amazonaws.com"]}""")]
    [InlineData($$"""{{Management}},{"field":"eventSource","notStartsWith":["kms.amazonaws.com"]}""")]
    [InlineData($$"""{{Management}},{"field":"eventName","notStartsWith":["Create"]}""")]
    [InlineData($$"""{{Management}},{"field":"eventName","notEndsWith":["AccessKey"]}""")]
    [InlineData($$"""{{Management}},{"field":"eventType","equals":["AwsApiCall"]}""")]
    [InlineData($$"""{{Management}},{"field":"sessionCredentialFromConsole","equals":["true"]}""")]
    [InlineData($$"""{{Management}},{"field":"userIdentity.arn","notEquals":["arn:aws:iam::111122223333:user/eve"]}""")]
    [InlineData($$"""{{Management}},{"field":"somethingNew","is":["x"]}""")]
    [InlineData($"{Management},7")]
    public void An_advanced_selector_may_leave_some_out(string fields) => Is(Advanced(fields)).ShouldBeFalse();

    [Fact]
    public void What_one_advanced_selector_leaves_out_another_may_record()
    {
        var reads = Advanced($"{Management},{Reads}");
        var writes = Advanced($"{Management},{Writes}");
        var data = Advanced("""{"field":"eventCategory","equals":["Data"]},{"field":"readOnly","equals":["false"]}""");

        Is($"{reads},{writes}").ShouldBeTrue();
        Is($"{reads},{data},{writes}").ShouldBeTrue();
        Is($"{data},{Advanced(Management)}").ShouldBeTrue();
        Is($"{reads},{data}").ShouldBeFalse();
        Is($"{reads},{reads}").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("\"All\"")]
    [InlineData("""{"fieldSelectors":7}""")]
    [InlineData("""{"fieldSelectors":null}""")]
    [InlineData("""{"fieldSelectors":[{"field":{"a":1},"equals":{"b":2}}]}""")]
    [InlineData("""{"readWriteType":["All"]}""")]
    [InlineData("""{"readWriteType":"\ud800"}""")]
    public void What_cannot_be_read_records_none(string selectors) => Is(selectors).ShouldBeFalse();

    private static string Advanced(string fields) => $$"""{"name":"x","fieldSelectors":[{{fields}}]}""";

    private static bool Is(string selectors) =>
        AllManagementEvents.IsMetBy([.. JsonElement.Parse($"[{selectors}]").EnumerateArray()]);
}

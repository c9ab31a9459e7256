using System.Globalization;
using System.Text;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Workload;

/// <summary>
/// Events in AWS's formats («CloudWatch alarm events and EventBridge», «AWS Health events», «CloudTrail record contents»,
/// «Monitoring AWS Trusted Advisor check results with Amazon EventBridge»).
/// </summary>
internal static class Shapes
{
    public const string Account = "123456789012";
    public const string Region = "eu-central-1";

    public static string Arn(AlarmShape alarm) => $"arn:aws:cloudwatch:{Region}:{alarm.Account}:alarm:{alarm.Name}";

    /// <summary>The id of a direct alarm action, which has none of its own: that of the observation.</summary>
    public static string DirectId(AlarmShape alarm, string state, DateTimeOffset at) =>
        StableHash.Compute("alarm", Arn(alarm), state, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public static byte[] ByRule(
        AlarmShape alarm, string id, string state, string before, DateTimeOffset at, string description,
        DateTimeOffset? mutedUntil) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch",
        "account":"{{alarm.Account}}","time":"{{Second(at)}}","region":"{{Region}}","resources":["{{Arn(alarm)}}"],
        "detail":{{Detail(alarm, state, before, at, description)}}{{Muted(mutedUntil)}} }
        """);

    public static byte[] Direct(AlarmShape alarm, string state, string before, DateTimeOffset at, string description) => Bytes(
        $$"""
        {"source":"aws.cloudwatch","alarmArn":"{{Arn(alarm)}}","accountId":"{{alarm.Account}}","time":"{{Milli(at)}}",
        "region":"{{Region}}","alarmData":{{Detail(alarm, state, before, at, description)}} }
        """);

    public static byte[] ByTopic(AlarmShape alarm, string id, string state, string before, DateTimeOffset at, string description)
    {
        var message =
            $$"""
            {"AlarmName":"{{alarm.Name}}","AlarmDescription":"{{description}}","AWSAccountId":"{{alarm.Account}}",
            "NewStateValue":"{{state}}",
            "NewStateReason":"{{alarm.Reason}}",
            "StateChangeTime":"{{Milli(at)}}","Region":"EU (Frankfurt)","AlarmArn":"{{Arn(alarm)}}","OldStateValue":"{{before}}",
            "Trigger":{"MetricName":"{{alarm.Metric}}","Namespace":"{{alarm.Namespace}}","Statistic":"AVERAGE",
            "Dimensions":[{"value":"{{alarm.DimensionValue}}","name":"{{alarm.Dimension}}"}],"Period":60,"Threshold":{{alarm.Threshold}}} }
            """;
        return Bytes(
            $$"""
            {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification","MessageId":"{{id}}",
            "TopicArn":"arn:aws:sns:{{Region}}:{{Account}}:watchkeeper-AlarmTopic-7QK2V0X4M1TB","Subject":"{{state}}",
            "Message":"{{message.Replace("\"", "\\\"", StringComparison.Ordinal)}}","Timestamp":"{{Second(at)}}",
            "MessageAttributes":{} } }]}
            """);
    }

    public static byte[] AlarmChanged(AlarmShape alarm, string id, DateTimeOffset at) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"CloudWatch Alarm Configuration Change","source":"aws.cloudwatch",
        "account":"{{Account}}","time":"{{Second(at)}}","region":"{{Region}}","resources":["{{Arn(alarm)}}"],"detail":
        {"alarmName":"{{alarm.Name}}","operation":"update"} }
        """);

    public static byte[] AlarmDeleted(AlarmShape alarm, string id, DateTimeOffset at) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"CloudWatch Alarm Configuration Change","source":"aws.cloudwatch",
        "account":"{{alarm.Account}}","time":"{{Second(at)}}","region":"{{Region}}","resources":["{{Arn(alarm)}}"],"detail":
        {"alarmName":"{{alarm.Name}}","operation":"delete","configuration":{"timestamp":"{{Milli(at)}}"} } }
        """);

    public static byte[] Terminated(string instance, string id, DateTimeOffset at) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"EC2 Instance State-change Notification","source":"aws.ec2",
        "account":"{{Account}}","time":"{{Second(at)}}","region":"{{Region}}",
        "resources":["arn:aws:ec2:{{Region}}:{{Account}}:instance/{{instance}}"],"detail":{"instance-id":"{{instance}}",
        "state":"terminated"} }
        """);

    private static string Muted(DateTimeOffset? until) => until is { } end
        ? $$""","muteDetail":{"mutedByArn":"arn:aws:cloudwatch:{{Region}}:"""
            + $$"""{{Account}}:alarm-mute-rule:deploy","muteWindowEnd":"{{Milli(end)}}"}"""
        : "";

    public static byte[] Call(
        string name, string actor, bool isRefused, string trail, string id, string eventId, DateTimeOffset at) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"AWS API Call via CloudTrail","source":"aws.cloudtrail",
        "account":"{{Account}}","time":"{{Second(at)}}","region":"{{Region}}","resources":[],"detail":{"eventVersion":"1.11",
        "userIdentity":{"type":"IAMUser","principalId":"AIDABF74E4A280AFFAFBD","arn":"arn:aws:iam::{{Account}}:user/{{actor}}",
        "accountId":"{{Account}}","userName":"{{actor}}"},"eventTime":"{{Second(at)}}","eventSource":"cloudtrail.amazonaws.com",
        "eventName":"{{name}}","awsRegion":"{{Region}}","sourceIPAddress":"203.0.113.77","userAgent":"aws-cli/2.31.9",
        "requestParameters":{"name":"arn:aws:cloudtrail:{{Region}}:{{Account}}:trail/{{trail}}"},
        "responseElements":null{{(isRefused ? ",\"errorCode\":\"AccessDenied\"" : "")}},
        "requestID":"71dd5c33-4de0-426a-a951-4e2b7319d87b","eventID":"{{eventId}}","readOnly":false,"eventType":"AwsApiCall",
        "managementEvent":true,"recipientAccountId":"{{Account}}","eventCategory":"Management"} }
        """);

    public static byte[] RefusedRole(string prowler, string role, string id, string eventId, DateTimeOffset at) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"AWS API Call via CloudTrail","source":"aws.sts","account":"{{Account}}",
        "time":"{{Second(at)}}","region":"{{Region}}","resources":[],"detail":{"eventVersion":"1.11",
        "userIdentity":{"type":"IAMUser","principalId":"{{prowler}}","arn":"arn:aws:iam::{{Account}}:user/{{prowler}}",
        "accountId":"{{Account}}","userName":"{{prowler}}"},"eventTime":"{{Second(at)}}","eventSource":"sts.amazonaws.com",
        "eventName":"AssumeRole","awsRegion":"{{Region}}","sourceIPAddress":"203.0.113.77","userAgent":"aws-cli/2.31.9",
        "errorCode":"AccessDenied","errorMessage":"User: {{prowler}} is not authorized to perform: sts:AssumeRole on resource: {{role}}",
        "requestParameters":null,"responseElements":null,"requestID":"71dd5c33-4de0-426a-a951-4e2b7319d87c",
        "eventID":"{{eventId}}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,
        "recipientAccountId":"{{Account}}","eventCategory":"Management"} }
        """);

    public static byte[] Health(HealthShape shape, string id, string status, DateTimeOffset at) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"AWS Health Event","source":"aws.health","account":"{{Account}}",
        "time":"{{Second(at)}}","region":"{{Region}}","resources":[],"detail":
        {"eventArn":"arn:aws:health:{{Region}}::event/EC2/{{shape.Code}}/{{shape.Code}}_{{shape.Number}}","service":"EC2",
        "eventTypeCode":"{{shape.Code}}","eventTypeCategory":"{{shape.Category}}","eventScopeCode":"PUBLIC",
        "communicationId":"{{id}}-1","startTime":"{{Http(at)}}","lastUpdatedTime":"{{Http(at)}}","statusCode":"{{status}}",
        "eventRegion":"{{Region}}","eventDescription":[{"language":"en_US",
        "latestDescription":"We are investigating increased error rates."}],"affectedAccount":"{{Account}}","page":"1",
        "totalPages":"1"} }
        """);

    public static byte[] Advisor(
        string check, string resource, string region, string id, string status, DateTimeOffset at) => Bytes(
        $$"""
        {"version":"0","id":"{{id}}","detail-type":"Trusted Advisor Check Item Refresh Notification",
        "source":"aws.trustedadvisor","account":"{{Account}}","time":"{{Second(at)}}","region":"us-east-1","resources":[],
        "detail":{"check-name":"{{check}}","check-item-detail":{"Region":"{{region}}","Instance ID":"{{resource}}"},
        "status":"{{status}}","resource_id":"","uuid":"{{id}}"} }
        """);

    public static byte[] Tick(DateTimeOffset due, string rule) => Bytes(
        $$"""
        {"version":"0","id":"6a1fa49b-3b39-4814-a5f9-21c14da8e674","detail-type":"Scheduled Event","source":"aws.events",
        "account":"{{Account}}","time":"{{Second(due)}}","region":"{{Region}}",
        "resources":["arn:aws:events:{{Region}}:{{Account}}:rule/{{rule}}"],"detail":{} }
        """);

    private static string Detail(AlarmShape alarm, string state, string before, DateTimeOffset at, string description) =>
        $$"""
        {"alarmName":"{{alarm.Name}}","state":{"value":"{{state}}",
        "reason":"{{alarm.Reason}}",
        "reasonData":"{\"version\":\"1.0\",\"statistic\":\"Average\",\"period\":60,
        \"recentDatapoints\":[{{alarm.Datapoints}}],\"threshold\":{{alarm.Threshold}}}",
        "timestamp":"{{Milli(at)}}"},"previousState":{"value":"{{before}}","timestamp":"{{Milli(at)}}"},"configuration":
        {"metrics":[{"id":"m1","metricStat":{"metric":{"namespace":"{{alarm.Namespace}}","name":"{{alarm.Metric}}","dimensions":
        {"{{alarm.Dimension}}":"{{alarm.DimensionValue}}"} },"period":60,"stat":"Average"},"returnData":true{{alarm.MetricOf}}}],
        "description":"{{description}}"} }
        """;

    private static string Second(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Milli(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    private static string Http(DateTimeOffset at) => at.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    /// <summary>Joins the lines of a JSON text to the one line that AWS sends.</summary>
    internal static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json.Replace("\n", "", StringComparison.Ordinal));
}

/// <summary>An alarm on one metric of one resource.</summary>
internal sealed record AlarmShape(string Name, string Namespace, string Metric, string Dimension, string DimensionValue)
{
    /// <summary>The alarm's account.</summary>
    public string Account { get; init; } = Shapes.Account;

    /// <summary>The metric's account, if it is another one.</summary>
    public string MetricAccount { get; init; } = "";

    /// <summary>Whether the alarm fires on too little load.</summary>
    public bool IsLow { get; init; }

    /// <summary>Its threshold as JSON.</summary>
    public string Threshold { get; init; } = "80.0";

    public string Reason =>
        $"Threshold Crossed: 2 out of the last 3 datapoints were {(IsLow ? "less" : "greater")} than the threshold ({Threshold}).";

    public string Datapoints => IsLow ? "3.7,4.2" : "98.7,93.2";

    public string MetricOf => MetricAccount.Length > 0 ? $",\"accountId\":\"{MetricAccount}\"" : "";
}

/// <summary>A Health event.</summary>
internal sealed record HealthShape(int Number, string Code, string Category);

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>Path and reason of each rejection; how .NET words its JSON errors is left open as «…».</summary>
internal static class BadExpectations
{
    public static Dictionary<string, string> ByFile { get; } = new(StringComparer.Ordinal)
    {
        ["bad/advisor-status-of-another-kind"] =
            "$.detail.status is «PURPLE»: expected OK or WARN or ERROR",
        ["bad/alarm-detail-is-a-text"] =
            "$.detail is a text: expected the event's detail",
        ["bad/alarm-name-missing"] =
            "$.detail.alarmName is missing: expected the alarm's name",
        ["bad/alarm-name-null"] =
            "$.detail.alarmName is null: expected the alarm's name",
        ["bad/alarm-of-more-than-1-mb"] =
            "$ has 1048577 bytes: expected at most 1048576",
        ["bad/alarm-state-null"] =
            "$.detail.state is null: expected the alarm's state",
        ["bad/alarm-state-of-another-kind"] =
            "$.detail.state.value is «PENDING»: expected ALARM or OK or INSUFFICIENT_DATA",
        ["bad/alarm-time-in-1970"] =
            "$.detail.state.timestamp is «1970-01-01T00:00:00.000+0000»: expected a time since 2009-05-17, "
            + "CloudWatch's first day",
        ["bad/alarm-time-in-the-future"] =
            "$.detail.state.timestamp is «2099-01-01T00:00:00.000+0000»: expected a time that is not in the future (it "
            + "is 2026-11-18T00:00:00Z now)",
        ["bad/alarm-time-that-is-none"] =
            "$.detail.state.timestamp is «yesterday at noon»: expected a time such as 2026-11-02T08:15:00Z",
        ["bad/another-event-of-cloudwatch"] =
            "$['detail-type'] is «CloudWatch Something New»: expected CloudWatch Alarm State Change or CloudWatch "
            + "Alarm Contributor State Change or CloudWatch Alarm Configuration Change",
        ["bad/another-sources-event"] =
            "$.source is «aws.autoscaling»: expected aws.cloudwatch",
        ["bad/array-instead-of-event"] =
            "$ is an array: expected an alarm",
        ["bad/cut-off"] =
            "$.detail.previousState.value is no proper JSON (…): expected an alarm in JSON",
        ["bad/direct-alarm-without-arn"] =
            "$.alarmArn is null: expected the alarm's ARN",
        ["bad/duplicate-keys"] =
            "$.detail.state.value is no proper JSON (…): expected an alarm in JSON",
        ["bad/empty-body"] =
            "$ is empty: expected an alarm in JSON",
        ["bad/half-a-surrogate-pair"] =
            "$.detail.alarmName holds half a surrogate pair at byte 381: expected whole characters",
        ["bad/health-event-without-arn"] =
            "$.detail.eventArn is missing: expected the Health event's ARN",
        ["bad/insight-that-neither-starts-nor-ends"] =
            "$.detail.insightDetails.state is «Middle»: expected Start or End",
        ["bad/invalid-utf8"] =
            "$.resources[0] is no UTF-8 at byte 323: expected JSON in UTF-8",
        ["bad/mail-bounce-without-type"] =
            "$.detail.bounce.bounceType is missing: expected the bounce's type",
        ["bad/mail-tag-of-another-making"] =
            "$.detail.mail.tags['watchkeeper-notice'][0] is no value that Watchkeeper writes: expected letters, digits, - and _ with two digits",
        ["bad/nested-10000-deep"] =
            "$.detail[0]… is no proper JSON (…): expected an alarm in JSON",
        ["bad/not-json"] =
            "$ is no proper JSON (…): expected an alarm in JSON",
        ["bad/records-of-another-source"] =
            "$.Records[0].EventSource is missing: expected aws:sns",
        ["bad/sns-batch-with-one-broken-record"] =
            "$.Records[0].Sns.Message.NewStateValue is «BROKEN»: expected ALARM or OK or INSUFFICIENT_DATA && trouble "
            + "disk-read shop-db-read-latency-high | ReadLatency of shop-db | shop-db",
        ["bad/sns-message-that-is-no-alarm"] =
            "$.Records[0].Sns.Message is no alarm: expected an EventBridge event (detail-type), an SNS event "
            + "(Records), an alarm action (alarmData) or an alarm notification (AlarmName, NewStateValue)",
        ["bad/sns-message-that-is-no-json"] =
            "$.Records[0].Sns.Message is no proper JSON (…): expected an alarm notification in JSON",
        ["bad/sns-records-missing"] =
            "$.Records holds no records: expected those of an SNS event",
        ["bad/trail-event-from-a-foreign-source"] =
            "$.source is none of AWS's own: expected aws. and a service",
        ["bad/trail-event-without-id"] =
            "$.detail.eventID is missing: expected the event's id",
        ["bad/white-space-only"] =
            "$ is empty: expected an alarm in JSON",
    };
}

using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class AlarmTests(ExpandedTemplate template)
{
    private const string Prefix = "${AWS::StackName}-self-";

    [Fact]
    public void Every_alarm_notifies_when_it_begins_and_when_it_ends()
    {
        foreach (var alarm in template.OfType("AWS::CloudWatch::Alarm"))
        {
            Reference.AllOf(alarm["AlarmActions"]).ShouldBe(["NotificationTopic"], alarm.Id);
            // Without new dead letters this alarm's OK is not worth a message.
            if (alarm.Id != "DeadLetterArrivalsAlarm")
                Reference.AllOf(alarm["OKActions"]).ShouldBe(["NotificationTopic"], alarm.Id);
            alarm["AlarmDescription"].GetString().ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void Every_alarm_has_a_name_by_which_topic_and_rule_exclude_it()
    {
        template.OfType("AWS::CloudWatch::Alarm").ShouldAllBe(
            alarm => Reference.From(alarm["AlarmName"]) == Prefix + alarm.Id.Replace("Alarm", "", StringComparison.Ordinal));

        var condition = Statement.AllOf(template["NotificationTopicPolicy"]["PolicyDocument"])
            .Single(statement => statement.Sid == "OwnAlarms").Condition;
        using var json = JsonDocument.Parse(condition);
        Reference.From(json.RootElement.GetProperty("ArnLike").GetProperty("aws:SourceArn"))
            .ShouldBe($"arn:${{AWS::Partition}}:cloudwatch:${{AWS::Region}}:${{AWS::AccountId}}:alarm:{Prefix}*");
    }

    [Fact]
    public void A_dead_letter_in_any_queue_raises_an_alarm_when_it_comes_while_it_waits_and_before_it_ends()
    {
        foreach (var (alarm, metric) in (ValueTuple<string, string>[])
            [
                ("DeadLetterArrivalsAlarm", "NumberOfMessagesSent"),
                ("DeadLettersAlarm", "ApproximateNumberOfMessagesVisible"),
                ("DeadLetterAgeAlarm", "ApproximateAgeOfOldestMessage"),
            ])
        {
            Watched(alarm).ShouldBe(
                DeadLetterQueues().Select(queue => $"{metric} {queue.Id}.QueueName"), ignoreOrder: true);
        }

        var ends = DeadLetterQueues().Select(queue => queue["MessageRetentionPeriod"].GetInt32()).Min();
        var alarmed = TimeSpan.FromSeconds(template["DeadLetterAgeAlarm"]["Threshold"].GetInt32());
        (TimeSpan.FromSeconds(ends) - alarmed).ShouldBe(TimeSpan.FromDays(3), "time to do something about it");
    }

    [Fact]
    public void An_event_that_a_function_gives_up_or_cannot_put_aside_raises_an_alarm()
    {
        Watched("DroppedEventsAlarm").ShouldBe(Functions.Names.Select(name => $"AsyncEventsDropped {name}"), ignoreOrder: true);
        Watched("LostEventsAlarm")
            .ShouldBe(Functions.Names.Select(name => $"DestinationDeliveryFailures {name}"), ignoreOrder: true);
    }

    [Fact]
    public void An_event_that_a_rule_or_topic_can_neither_deliver_nor_put_aside_raises_an_alarm()
    {
        Watched("LostDeliveriesAlarm").Concat(Watched("LostReadsAlarm")).ShouldBe(
            template.OfType("AWS::Events::Rule").Select(rule => $"InvocationsFailedToBeSentToDlq {rule.Id}"), ignoreOrder: true);
        Watched("LostMessagesAlarm").ShouldBe(
            template.OfType("AWS::SNS::Topic").Select(topic => $"NumberOfNotificationsFailedToRedriveToDlq {topic.Id}.TopicName"),
            ignoreOrder: true);
    }

    [Fact]
    public void Errors_of_any_function_raise_an_alarm() =>
        Watched("ErrorsAlarm").ShouldBe(Functions.Names.Select(name => $"Errors {name}"), ignoreOrder: true);

    [Fact]
    public void Throttling_of_a_function_or_of_the_table_or_of_an_index_raises_an_alarm()
    {
        Watched("ThrottlesAlarm").ShouldBe(Functions.Names.Select(name => $"Throttles {name}"), ignoreOrder: true);
        string[] places =
        [
            "",
            .. template["IncidentTable"]["GlobalSecondaryIndexes"].EnumerateArray()
                .Select(index => $" {index.GetProperty("IndexName")}"),
        ];
        Watched("TableThrottlesAlarm").ShouldBe(
            from metric in (string[])["WriteThrottleEvents", "ReadThrottleEvents"]
            from place in places
            select $"{metric} IncidentTable{place}",
            ignoreOrder: true);
    }

    [Fact]
    public void Failed_mails_raise_an_alarm_at_once()
    {
        var alarm = template["MailFailuresAlarm"];

        $"{alarm["Namespace"]} {alarm["MetricName"]} {alarm["Statistic"]}".ShouldBe("Watchkeeper MailFailures Sum");
        alarm["ComparisonOperator"].GetString().ShouldBe("GreaterThanThreshold");
        (alarm["Threshold"].GetInt32(), alarm["EvaluationPeriods"].GetInt32(), alarm["Period"].GetInt32()).ShouldBe((0, 1, 60));
        alarm["Dimensions"].ValueKind.ShouldBe(JsonValueKind.Undefined, "the count without dimensions is the sum of all kinds");
    }

    [Fact]
    public void Messages_that_were_given_up_raise_an_alarm_at_once_on_any_channel()
    {
        var alarm = template["SendsAlarm"];

        $"{alarm["Namespace"]} {alarm["MetricName"]} {alarm["Statistic"]}".ShouldBe("Watchkeeper FailedSends Sum");
        (alarm["Threshold"].GetInt32(), alarm["EvaluationPeriods"].GetInt32(), alarm["Period"].GetInt32()).ShouldBe((0, 1, 60));
        alarm["Dimensions"].ValueKind.ShouldBe(JsonValueKind.Undefined, "a new kind of channel needs no alarm of its own");
    }

    [Fact]
    public void No_alarm_on_Watchkeeper_becomes_an_incident_since_that_would_raise_the_next_one() =>
        Reference.From(template["AlarmFunctionStateChange"]["EventPattern"].GetProperty("detail").GetProperty("alarmName")[0]
            .GetProperty("anything-but").GetProperty("prefix"))
            .ShouldBe(Prefix);

    [Fact]
    public void A_stream_that_waits_raises_an_alarm() =>
        Watched("StreamAgeAlarm").ShouldBe(["IteratorAge NotifyFunction", "IteratorAge ReactFunction"]);

    [Fact]
    public void Changes_that_a_function_gave_up_raise_an_alarm() =>
        Watched("StreamFailuresAlarm").ShouldBe(
            from mapping in Streams()
            from metric in (string[])["OnFailureDestinationDeliveredEventCount", "DroppedEventCount"]
            select $"{metric} {mapping.Id}",
            ignoreOrder: true);

    [Fact]
    public void The_metrics_of_each_stream_are_switched_on() =>
        Streams().ShouldAllBe(mapping =>
            mapping["MetricsConfig.Metrics"][0].GetString() == "EventCount");

    [Fact]
    public void Failures_of_the_sweep_raise_an_alarm() =>
        $"{template["SweepFailuresAlarm"]["Namespace"]} {template["SweepFailuresAlarm"]["MetricName"]}".ShouldBe(
            "Watchkeeper SweepFailures");

    [Fact]
    public void All_alarms_notify_the_topic_by_which_the_sweep_recognises_them() =>
        template.OfType("AWS::CloudWatch::Alarm").ShouldAllBe(alarm =>
            Reference.AllOf(alarm["AlarmActions"]).SequenceEqual(new[] { "NotificationTopic" }));

    [Fact]
    public void Silence_raises_an_alarm()
    {
        var alarm = template["SilenceAlarm"];

        Reference.From(alarm["Dimensions"][0].GetProperty("Value")).ShouldBe("SweepFunction");
        Reference.AllOf(alarm["InsufficientDataActions"]).ShouldBe(["NotificationTopic"]);
    }

    [Fact]
    public void No_alarm_is_red_before_anything_has_happened() =>
        template.OfType("AWS::CloudWatch::Alarm").ShouldAllBe(alarm => alarm["TreatMissingData"].GetString() != "breaching");

    [Fact]
    public void An_alarm_over_many_metrics_has_no_more_than_CloudWatch_takes()
    {
        foreach (var alarm in template.OfType("AWS::CloudWatch::Alarm")
            .Where(alarm => alarm["Metrics"].ValueKind == JsonValueKind.Array))
        {
            alarm["Metrics"].GetArrayLength().ShouldBeLessThanOrEqualTo(10, alarm.Id);
            alarm["Metrics"].EnumerateArray().Count(metric => metric.TryGetProperty("Expression", out _)).ShouldBe(1, alarm.Id);
        }
    }

    private IEnumerable<Resource> DeadLetterQueues() =>
        template.OfType("AWS::SQS::Queue").Where(queue => queue.Id != Functions.TimerQueue);

    private IEnumerable<Resource> Streams() =>
        template.OfType("AWS::Lambda::EventSourceMapping").Where(mapping => mapping.Id != "SweepFunctionTimers");

    private IEnumerable<string> Watched(string alarm) =>
        template[alarm]["Metrics"].EnumerateArray()
            .Where(metric => metric.TryGetProperty("MetricStat", out _))
            .Select(metric => metric.GetProperty("MetricStat").GetProperty("Metric"))
            .Select(metric => $"{metric.GetProperty("MetricName")} "
                + string.Join(' ', metric.GetProperty("Dimensions").EnumerateArray()
                    .Select(dimension => Reference.From(dimension.GetProperty("Value")))));
}

using System.Text.Json;
using Shouldly;
using Watchkeeper.Grouping;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class DeliveryTests(ExpandedTemplate template)
{
    public static TheoryData<string> All => Functions.All;

    [Theory, MemberData(nameof(All))]
    public void An_event_that_a_function_fails_on_goes_to_the_queue_of_the_function(string function)
    {
        var config = template.OfType("AWS::Lambda::EventInvokeConfig")
            .Single(each => Reference.From(each["FunctionName"]) == function);

        Reference.From(config["DestinationConfig.OnFailure.Destination"]).ShouldBe($"{Functions.QueueOf(function)}.Arn");
        config["MaximumRetryAttempts"].GetInt32().ShouldBeInRange(1, 2);
        config["MaximumEventAgeInSeconds"].GetInt32().ShouldBeInRange(60, 21600);
    }

    [Fact]
    public void An_event_that_a_rule_cannot_deliver_goes_to_a_queue_that_admits_this_rule()
    {
        var queue = Statement.AllOf(template["DeliveryQueuePolicy"]["PolicyDocument"])
            .Single(statement => statement.Sid == "Rules");
        var rules = template.OfType("AWS::Events::Rule");

        rules.Length.ShouldBe(10);
        foreach (var rule in rules)
        {
            var target = rule["Targets"].EnumerateArray().ShouldHaveSingleItem();
            Reference.From(target.GetProperty("DeadLetterConfig").GetProperty("Arn"))
                .ShouldBe("DeliveryDeadLetterQueue.Arn", rule.Id);
            target.GetProperty("RetryPolicy").GetProperty("MaximumRetryAttempts").GetInt32().ShouldBeInRange(2, 185, rule.Id);
            target.GetProperty("RetryPolicy").GetProperty("MaximumEventAgeInSeconds").GetInt32()
                .ShouldBeInRange(60, 86400, rule.Id);
            queue.Condition.ShouldContain($"\"{rule.Id}\"");
        }
    }

    [Fact]
    public void A_message_that_a_topic_cannot_deliver_goes_to_a_queue_that_admits_this_topic()
    {
        var queue = Statement.AllOf(template["DeliveryQueuePolicy"]["PolicyDocument"])
            .Single(statement => statement.Sid == "Topics");

        foreach (var subscription in template.OfType("AWS::SNS::Subscription"))
        {
            Reference.From(subscription["RedrivePolicy.deadLetterTargetArn"])
                .ShouldBe("DeliveryDeadLetterQueue.Arn", subscription.Id);
            queue.Condition.ShouldContain($"\"{Reference.From(subscription["TopicArn"])}\"");
        }
    }

    [Theory]
    [InlineData("NotifyFunctionIncidents")]
    [InlineData("ReactFunctionIncidents")]
    public void One_poisoned_record_blocks_no_shard_and_loses_no_batch(string id)
    {
        var mapping = template[id];

        Reference.From(mapping["EventSourceArn"]).ShouldBe("IncidentTable.StreamArn");
        mapping["BisectBatchOnFunctionError"].GetBoolean().ShouldBeTrue();
        mapping["MaximumRetryAttempts"].GetInt32().ShouldBeInRange(1, 100);
        mapping["MaximumRecordAgeInSeconds"].GetInt32().ShouldBeInRange(60, 86400);
        mapping["FunctionResponseTypes"].EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("ReportBatchItemFailures");
        mapping["StartingPosition"].GetString().ShouldBe("TRIM_HORIZON");
    }

    [Theory]
    [InlineData("NotifyFunctionIncidents")]
    [InlineData("ReactFunctionIncidents")]
    public void A_batch_that_a_stream_gives_up_is_kept_with_its_records(string id)
    {
        var destination = Reference.From(template[id]["DestinationConfig.OnFailure.Destination"]);

        // Only a bucket receives the records themselves.
        template[destination.Split('.')[0]].Type.ShouldBe("AWS::S3::Bucket");
    }

    [Fact]
    public void There_are_exactly_two_streams_and_one_queue_that_feed_a_function() =>
        template.OfType("AWS::Lambda::EventSourceMapping").Select(mapping => mapping.Id)
            .ShouldBe(["NotifyFunctionIncidents", "ReactFunctionIncidents", "SweepFunctionTimers"], ignoreOrder: true);

    [Fact]
    public void Dead_letters_stay_as_long_as_a_queue_can_keep_them() =>
        template.OfType("AWS::SQS::Queue").Where(queue => queue.Id != Functions.TimerQueue)
            .ShouldAllBe(queue => queue["MessageRetentionPeriod"].GetInt32() == 14 * 24 * 60 * 60);

    [Fact]
    public void A_timer_outlives_its_delay_and_comes_again_a_few_times_at_most()
    {
        var queue = template[Functions.TimerQueue];
        var retention = TimeSpan.FromSeconds(queue["MessageRetentionPeriod"].GetInt32());
        var visibility = TimeSpan.FromSeconds(queue["VisibilityTimeout"].GetInt32());

        retention.ShouldBeGreaterThan(TimerDelay.Max);
        (retention / visibility).ShouldBeLessThanOrEqualTo(3);
        // Lambda asks for six times the time-out of the function.
        visibility.ShouldBeGreaterThanOrEqualTo(6 * TimeSpan.FromSeconds(template["SweepFunction"]["Timeout"].GetInt32()));
        queue["RedrivePolicy"].ValueKind.ShouldBe(JsonValueKind.Undefined);
    }

    [Fact]
    public void Timers_reach_the_sweep_at_once_and_few_at_a_time()
    {
        var mapping = template["SweepFunctionTimers"];

        Reference.From(mapping["EventSourceArn"]).ShouldBe($"{Functions.TimerQueue}.Arn");
        Reference.From(mapping["FunctionName"]).ShouldBe("SweepFunction");
        mapping["MaximumBatchingWindowInSeconds"].GetInt32().ShouldBe(0);
        var most = mapping["ScalingConfig.MaximumConcurrency"].GetInt32();
        // Two sweeps that overlap need theirs.
        (most + 2).ShouldBe(template["SweepFunction"]["ReservedConcurrentExecutions"].GetProperty("Fn::If")[1].GetInt32());
    }

    [Theory, InlineData("NotifyFunction"), InlineData("SweepFunction")]
    public void Who_lets_messages_wait_knows_the_queue_of_timers(string function) =>
        template[function]["Environment.Variables"].GetProperty("WATCHKEEPER_TIMER_URL").GetProperty("Fn::If")[2].GetRawText()
            .ShouldBe("""{"Ref": "TimerQueue"}""");

    [Fact]
    public void The_mail_address_is_subscribed_to_CloudWatch_and_gets_each_incident_once()
    {
        var subscription = template["MailSubscription"];

        Reference.From(subscription["TopicArn"]).ShouldBe("NotificationTopic");
        subscription["Protocol"].GetString().ShouldBe("email");
        Reference.From(subscription["Endpoint"]).ShouldBe("MailAddress");
        subscription["RedrivePolicy"].ValueKind.ShouldBe(JsonValueKind.Object);
        // The filter applies if SES sends the mail; otherwise the subscription receives every message.
        subscription["FilterPolicyScope"].GetProperty("Fn::If").GetRawText()
            .ShouldBe("""["HasSes", "MessageBody", {"Ref": "AWS::NoValue"}]""");
        subscription["FilterPolicy"].GetProperty("Fn::If").GetRawText()
            .ShouldBe("""["HasSes", {"AlarmName": [{"exists": true}]}, {"Ref": "AWS::NoValue"}]""");
    }
}

using AngleSharp.Html.Parser;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>A message says first what is wrong, since when, what Watchkeeper does about it, and where to look.</summary>
public sealed class FirstScreenTests
{
    [Fact]
    public void A_message_answers_what_an_operator_asks_in_a_fixed_order()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Escalated, minutes: 5), Locale.English);

        message.Text.ShouldBe(
            """
            [HIGH] Escalated: order-cpu
            Since 07:23 UTC (5 min) · eu-central-1
            It has become worse: its severity is HIGH now.

            Alarm: https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#alarmsV2:alarm/order-cpu
            Runbook: https://wiki.example.com/order/cpu
            Reason: Threshold Crossed: 3 datapoints were greater than the threshold (80.0).
            What to do: Find out whether load or a fault drives it: compare request rate and latency with an hour ago, then look at the busiest process. More load: add instances or capacity. A fault: roll back the last change.

            Metric: AWS/EC2 CPUUtilization
            Service: order
            Resource: order-web
            Account: 123456789012
            Began: 2026-11-24 07:23:05 UTC
            Signals: 4

            In the AWS console:
            - Auto Scaling group: https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#AutoScalingGroupDetails:id=order-web;view=details

            Incident inc-6924068912ab34cd56ef, recorded at 2026-11-24 07:28:07 UTC by Watchkeeper.

            """);
        message.Sms.ShouldBe("HIGH Escalated: order-cpu, since 07:23 UTC (5 min), eu-central-1 #6924068912");
        message.Subject.ShouldBe("order-cpu");
    }

    [Fact]
    public void The_first_screen_of_a_metric_alarm_has_number_time_reaction_two_links_and_the_data_points()
    {
        var message = MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened), SampleAlarms.DryRun(Locale.English));

        message.Text.ShouldStartWith(
            """
            [HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web
            Since 07:23 UTC · eu-central-1
            Dry run: would scale out order-web. To allow it: parameter Reactions = auto, and tag watchkeeper:reactions = allowed on the group.

            Alarm: https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#alarmsV2:alarm/order-cpu
            Runbook: https://wiki.example.com/order/cpu
            Data points: 07:21 71 %, 07:22 88.7 %, 07:23 93.2 %
            What to do: 
            """.TrimEnd());
        // The headline has said it with its number, so the quotation stands below what to do.
        message.Text.IndexOf("In CloudWatch's words: ", StringComparison.Ordinal)
            .ShouldBeGreaterThan(message.Text.IndexOf("What to do: ", StringComparison.Ordinal));
        message.Text.ShouldContain("\nAlarm name: order-cpu\n");
    }

    [Fact]
    public void HTML_has_the_order_of_the_plain_text()
    {
        var message = MessageRenderer.Render(SampleAlarms.Measured(Transition.Opened), SampleAlarms.DryRun(Locale.English));

        var html = new HtmlParser().ParseDocument(message.Html).Body!.TextContent;
        int[] places =
        [
            .. new[]
            {
                "CPU 93.2 % (limit 80 %) on order-web", "Since 07:23 UTC · eu-central-1", "Dry run: would scale out order-web",
                "Runbook", "88.7 %", "What to do", "In CloudWatch's words", "Alarm name", "In the AWS console", "Incident inc-",
            }.Select(words => html.LastIndexOf(words, StringComparison.Ordinal)),
        ];
        places.ShouldAllBe(place => place > 0);
        places.ShouldBeInOrder();
    }
}

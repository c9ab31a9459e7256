using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Links;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Links;

public class ConsoleLinksTests
{
    private const string Console = "https://eu-central-1.console.aws.amazon.com";

    [Theory]
    [InlineData("order-cpu", "order-cpu")]
    [InlineData("order cpu/high", "order+cpu$2Fhigh")]
    [InlineData("a+b$c%d", "a$2Bb$24c$25d")]
    [InlineData("订单", "$E8$AE$A2$E5$8D$95")]
    public void An_alarms_name_is_encoded_as_CloudWatchs_console_does(string name, string encoded) =>
        Links(SampleEntries.Subject with { Name = name, Labels = LabelSet.Empty }).ShouldBe(
            [(LinkTarget.Alarm, $"{Console}/cloudwatch/home?region=eu-central-1#alarmsV2:alarm/{encoded}")]);

    [Theory]
    [InlineData("aws", "eu-central-1", "https://eu-central-1.console.aws.amazon.com/cloudwatch/")]
    [InlineData("aws-cn", "cn-north-1", "https://cn-north-1.console.amazonaws.cn/cloudwatch/")]
    [InlineData("aws-us-gov", "us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/")]
    public void Each_partition_has_its_own_console(string partition, string region, string start) =>
        Links(SampleEntries.Subject with { Partition = partition, Region = region })[0].Address.ShouldStartWith(start);

    [Theory]
    [InlineData("aws-iso", "us-iso-east-1")]
    [InlineData("evil.example/#", "eu-central-1")]
    [InlineData("", "eu-central-1")]
    public void A_partition_without_a_public_console_gets_no_link(string partition, string region) =>
        Links(SampleEntries.Subject with { Partition = partition, Region = region }).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("evil.example/#")]
    [InlineData("EU-CENTRAL-1")]
    [InlineData("-eu")]
    [InlineData("eu_central_1")]
    [InlineData("a23456789012345678901234567890123")]
    public void A_region_with_an_invalid_code_gets_no_link(string region) =>
        Links(SampleEntries.Subject with { Region = region }).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "InstanceId", "i-0abc123de456f7890", LinkTarget.Instance,
        "ec2/home?region=eu-central-1#InstanceDetails:instanceId=i-0abc123de456f7890")]
    [InlineData(
        "AutoScalingGroupName", "order web", LinkTarget.ScalingGroup,
        "ec2/home?region=eu-central-1#AutoScalingGroupDetails:id=order%20web;view=details")]
    [InlineData("VolumeId", "vol-1", LinkTarget.Volume, "ec2/home?region=eu-central-1#VolumeDetails:volumeId=vol-1")]
    [InlineData(
        "LoadBalancer", "app/shop/50dc", LinkTarget.LoadBalancer,
        "ec2/home?region=eu-central-1#LoadBalancer:loadBalancerArn="
            + "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/50dc")]
    [InlineData(
        "DBInstanceIdentifier", "orders", LinkTarget.Database,
        "rds/home?region=eu-central-1#database:id=orders;is-cluster=false")]
    [InlineData(
        "DBClusterIdentifier", "orders", LinkTarget.DatabaseCluster,
        "rds/home?region=eu-central-1#database:id=orders;is-cluster=true")]
    [InlineData("TableName", "Orders", LinkTarget.Table, "dynamodbv2/home?region=eu-central-1#table?name=Orders")]
    [InlineData(
        "QueueName", "pay.fifo", LinkTarget.Queue,
        "sqs/v3/home?region=eu-central-1#/queues/https%3A%2F%2Fsqs.eu-central-1.amazonaws.com%2F123456789012%2Fpay.fifo")]
    [InlineData("FunctionName", "pay", LinkTarget.Function, "lambda/home?region=eu-central-1#/functions/pay")]
    public void A_dimension_leads_to_its_resource(string dimension, string value, LinkTarget target, string page) =>
        Links(SampleEntries.Subject with { Labels = LabelSet.Empty.With(dimension, value) })[1..]
            .ShouldBe([(target, $"{Console}/{page}")]);

    [Fact]
    public void A_queue_in_China_has_the_address_of_its_partition() =>
        Links(SampleEntries.Subject with
        {
            Partition = "aws-cn",
            Region = "cn-north-1",
            Labels = LabelSet.Empty.With("QueueName", "q"),
        })[1]
            .Address.ShouldEndWith("https%3A%2F%2Fsqs.cn-north-1.amazonaws.com.cn%2F123456789012%2Fq");

    [Theory]
    [InlineData("i-0abc123de456f7890", true)]
    [InlineData("i-0abc123d", true)]
    [InlineData("arn:aws:ec2:eu-central-1:123456789012:instance/i-0abc123de456f7890", true)]
    [InlineData("i-0abc", false)]
    [InlineData("i-0abc123de456f78901", false)]
    [InlineData("i-<script>xx", false)]
    [InlineData("order-web", false)]
    public void A_resource_that_is_an_instance_leads_to_it(string resource, bool isInstance) =>
        Links(SampleEntries.Subject with { Resource = resource, Labels = LabelSet.Empty })
            .Count(link => link.Target is LinkTarget.Instance).ShouldBe(isInstance ? 1 : 0);

    [Fact]
    public void A_detection_leads_to_its_CloudTrail_event() =>
        Links(Detection).ShouldBe(
            [(LinkTarget.TrailEvent,
                $"{Console}/cloudtrailv2/home?region=eu-central-1#/events/7bf73129-1428-4cd3-a780-95db273d1602")]);

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("x#/events/y")]
    [InlineData("")]
    public void A_signal_without_a_CloudTrail_event_gets_no_link_to_one(string eventId)
    {
        var entry = SampleEntries.Create(Transition.Resolved, Detection);

        ConsoleLinks.For(entry with { Change = entry.Change! with { EventId = eventId } }).ShouldBeEmpty();
        ConsoleLinks.For(entry with { Change = null }).ShouldBeEmpty();
    }

    [Fact]
    public void An_insight_leads_to_the_page_of_insights() =>
        Links(Detection with { Kind = SignalKind.Insight }).ShouldBe(
            [(LinkTarget.TrailInsights, $"{Console}/cloudtrailv2/home?region=eu-central-1#/insights")]);

    [Theory]
    [InlineData("health/arn:aws:health:us-east-1::event/EC2/AWS_EC2_X/AWS_EC2_X_1")]
    [InlineData("health/arn:aws:health:us-east-1::event/EC2/AWS_EC2_X/AWS_EC2_X_1/123456789012")]
    public void A_Health_event_leads_to_itself_even_if_it_has_no_region(string fingerprint) =>
        Links(Health with { Fingerprint = new Fingerprint(fingerprint), Region = "" }).ShouldBe(
            [(LinkTarget.HealthEvent, "https://health.aws.amazon.com/health/home#/account/event-log?eventID="
                + "arn:aws:health:us-east-1::event/EC2/AWS_EC2_X/AWS_EC2_X_1&eventTab=details")]);

    [Fact]
    public void A_Health_event_without_an_ARN_leads_to_the_dashboard() =>
        Links(Health with { Partition = "aws-cn", Region = "cn-north-1" }).ShouldBe(
            [(LinkTarget.HealthEvent, "https://console.amazonaws.cn/health/home#/account/dashboard/open-issues")]);

    [Theory]
    [InlineData("cost_optimizing", "Qch7DwouX1", "/category/cost-optimizing?checkId=Qch7DwouX1")]
    [InlineData("security", "a&b", "/category/security?checkId=a%26b")]
    [InlineData("security", "", "/dashboard")]
    [InlineData("", "Qch7DwouX1", "/dashboard")]
    [InlineData("../x", "Qch7DwouX1", "/dashboard")]
    public void A_finding_leads_to_its_check(string category, string check, string page) =>
        Links(Health with
        {
            Source = SignalSource.Audit,
            Kind = SignalKind.AuditError,
            Region = "",
            Labels = LabelSet.Empty.With("category", category).With("checkId", check),
        }).ShouldBe([(LinkTarget.AdvisorCheck, $"https://console.aws.amazon.com/trustedadvisor/home#{page}")]);

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_stays_encoded_inside_an_AWS_address(string name)
    {
        var text = HostileText.Get(name);
        string[] labels =
        [
            "InstanceId", "AutoScalingGroupName", "VolumeId", "LoadBalancer", "DBInstanceIdentifier", "DBClusterIdentifier",
            "TableName",
            "QueueName", "FunctionName", "category", "checkId",
        ];
        foreach (var source in Enum.GetValues<SignalSource>())
        {
            var links = Links(new Subject
            {
                Fingerprint = new Fingerprint($"health/arn:{text}"),
                Source = source,
                Kind = SignalKind.Cpu,
                Name = text,
                Title = text,
                Account = text,
                Region = "eu-central-1",
                Labels = LabelSet.From(labels.Select(label => KeyValuePair.Create(label, text))),
            });

            links.ShouldNotBeEmpty();
            links.ShouldAllBe(link => IsPlain(link.Address) && IsOfAws(new Uri(link.Address)));
        }
    }

    private static Subject Detection => SampleEntries.Subject with
    {
        Source = SignalSource.Trail,
        Kind = SignalKind.Detection,
        Labels = LabelSet.Empty,
    };

    private static Subject Health => SampleEntries.Subject with
    {
        Fingerprint = new Fingerprint("health/x"),
        Source = SignalSource.Health,
        Kind = SignalKind.HealthIssue,
        Labels = LabelSet.Empty,
    };

    private static bool IsPlain(string address) =>
        address.All(c => c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '\\' or '\''));

    private static bool IsOfAws(Uri address) => address.Scheme == "https" && address.UserInfo.Length == 0
        && (address.Host == "health.aws.amazon.com" || address.Host.EndsWith("console.aws.amazon.com", StringComparison.Ordinal));

    private static List<(LinkTarget Target, string Address)> Links(Subject subject) =>
        [.. ConsoleLinks.For(SampleEntries.Create(Transition.Opened, subject)).Select(link => (link.Target, link.Address))];
}

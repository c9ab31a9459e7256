using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Services;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Services;

public sealed class TopologyTests
{
    private static readonly Topology Shop = new(
    [
        Service("everything", [new(BelongingKind.Name, "shop-*")]),
        Service("orders", [new(BelongingKind.AutoScalingGroup, "shop-order-asg"), new(BelongingKind.LoadBalancer, "shop-alb")], "team-orders"),
        Service("database", [new(BelongingKind.Database, "shop-db")]),
        Service("databases", [new(BelongingKind.Arn, "arn:aws:rds:*:*:db:*")]),
        Service("payment", [new(BelongingKind.Queue, "shop-payment-queue"), new(BelongingKind.Name, "shop-payment*")]),
        Service("tagged", [new(BelongingKind.Tags, "") { Tags = [KeyValuePair.Create("app", "billing"), KeyValuePair.Create("stage", "prod*")] }]),
    ]);

    [Theory]
    [InlineData("shop-x", "", "", "everything")]
    [InlineData("SHOP-X", "", "", "everything")]
    [InlineData("shop-payment-errors", "", "", "payment")]
    [InlineData("shop-x", "AutoScalingGroupName", "shop-order-asg", "orders")]
    [InlineData("shop-payment-asg-cpu", "AutoScalingGroupName", "shop-order-asg", "orders")]
    [InlineData("x", "LoadBalancer", "app/shop-alb/7c3a9e5d1f2b4086", "orders")]
    [InlineData("x", "DBInstanceIdentifier", "shop-db", "database")]
    [InlineData("x", "QueueName", "shop-payment-queue", "payment")]
    [InlineData("x", "QueueName", "another-queue", "")]
    [InlineData("y", "", "", "")]
    public void The_most_specific_belonging_decides(string alarm, string dimension, string value, string service) =>
        (Shop.ServiceOf(Alarm(alarm, dimension, value))?.Name ?? "").ShouldBe(service);

    [Theory]
    [InlineData("arn:aws:rds:eu-central-1:123456789012:db:shop-db", "database")]
    [InlineData("arn:aws:rds:eu-central-1:123456789012:db:other", "databases")]
    [InlineData("arn:aws:sqs:eu-central-1:123456789012:shop-payment-queue", "payment")]
    [InlineData("arn:aws:dynamodb:eu-central-1:123456789012:table/shop-db", "database")]
    [InlineData("arn:aws:s3:::elsewhere", "")]
    public void A_resource_belongs_by_its_arn(string arn, string service)
    {
        var signal = Sample.Signal(subject: Sample.Subject("instance-profile-attached", source: SignalSource.Trail) with { Resource = arn });

        (Shop.ServiceOf(signal)?.Name ?? "").ShouldBe(service);
    }

    [Theory]
    [InlineData("billing", "production", "tagged")]
    [InlineData("billing", "test", "")]
    [InlineData("", "production", "")]
    public void All_tags_must_be_there(string app, string stage, string service)
    {
        var signal = Alarm("x") with
        {
            Tags = LabelSet.From([KeyValuePair.Create("app", app), KeyValuePair.Create("stage", stage)]),
        };

        (Shop.ServiceOf(signal)?.Name ?? "").ShouldBe(service);
    }

    [Fact]
    public void Only_the_services_set_service_and_owner()
    {
        var claimed = Alarm("unknown", Topology.Owner, "whoever");

        var assigned = Shop.Assign(claimed).Subject;
        var owned = Shop.Assign(Alarm("x", "AutoScalingGroupName", "shop-order-asg")).Subject;

        assigned.Service.ShouldBe("");
        assigned.Labels[Topology.Owner].ShouldBe("");
        owned.Service.ShouldBe("orders");
        owned.Labels[Topology.Owner].ShouldBe("team-orders");
        Topology.None.Assign(claimed).ShouldBeSameAs(claimed);
    }

    [Fact]
    public void Of_patterns_equally_specific_the_earlier_kind_and_then_the_earlier_line_decides()
    {
        var topology = new Topology(
        [
            Service("by-name", [new(BelongingKind.Name, "ab-*"), new(BelongingKind.Name, "ab*c")]),
            Service("by-group", [new(BelongingKind.AutoScalingGroup, "xy-*")]),
            Service("later", [new(BelongingKind.AutoScalingGroup, "*xy-"), new(BelongingKind.AutoScalingGroup, "xy-*")]),
            Service("longer", [new(BelongingKind.Name, "ab-long-*")]),
        ]);

        topology.ServiceOf(Alarm("ab-c", "AutoScalingGroupName", "xy-1"))!.Name.ShouldBe("by-group");
        topology.ServiceOf(Alarm("ab-c"))!.Name.ShouldBe("by-name");
        topology.ServiceOf(Alarm("ab-long-c", "AutoScalingGroupName", "xy-1"))!.Name.ShouldBe("longer");
    }

    [Fact]
    public void The_name_of_a_check_or_detection_belongs_to_nobody()
    {
        var signal = Sample.Signal(subject: Sample.Subject("shop-something", source: SignalSource.Trail));

        Shop.ServiceOf(signal).ShouldBeNull();
    }

    private static Service Service(string name, ImmutableArray<Belonging> belongings, string owner = "") =>
        new() { Name = name, Owner = owner, Belongings = belongings };

    private static Signal Alarm(string name, string dimension = "", string value = "") =>
        Sample.Signal(subject: Sample.Subject(name, labels: [(dimension, value)]));
}

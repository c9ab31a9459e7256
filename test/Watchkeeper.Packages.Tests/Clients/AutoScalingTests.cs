using System.Net;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

public sealed class AutoScalingTests(MotoFixture moto) : IDisposable
{
    private readonly AmazonAutoScalingClient scaling = new(
        Emulated.Credentials,
        new AmazonAutoScalingConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => scaling.Dispose();

    [Fact]
    public async Task A_group_has_its_limits_and_instances_and_tags()
    {
        var name = await moto.CreateGroupAsync("orders & more", instances: 2);

        var group = await GroupAsync(name);

        group.AutoScalingGroupName.ShouldBe("orders & more");
        group.AutoScalingGroupARN.ShouldStartWith("arn:aws:autoscaling:");
        (group.MinSize, group.DesiredCapacity, group.MaxSize).ShouldBe((0, 2, 5));
        group.AvailabilityZones.ShouldBe([Emulated.Region + "a"]);
        group.DefaultCooldown.ShouldBe(300);
        group.HealthCheckType.ShouldBe("EC2");
        group.CreatedTime.ShouldNotBeNull().Kind.ShouldBe(DateTimeKind.Utc);
        group.NewInstancesProtectedFromScaleIn.ShouldBe(false);
        group.SuspendedProcesses.ShouldBeNull();
        var tag = group.Tags.ShouldHaveSingleItem();
        (tag.Key, tag.Value, tag.PropagateAtLaunch).ShouldBe(("service", "orders & more", true));
        group.Instances.Count.ShouldBe(2);
        group.Instances.ShouldAllBe(instance => instance.InstanceId.StartsWith("i-", StringComparison.Ordinal));
        group.Instances[0].LifecycleState.ShouldBe(LifecycleState.InService);
        group.Instances[0].HealthStatus.ShouldBe("Healthy");
        group.Instances[0].ProtectedFromScaleIn.ShouldBe(false);
    }

    [Fact]
    public async Task Groups_come_page_by_page()
    {
        string[] names =
        [
            await moto.CreateGroupAsync("paged-1", 0), await moto.CreateGroupAsync("paged-2", 0),
            await moto.CreateGroupAsync("paged-3", 0),
        ];
        var request = new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [.. names], MaxRecords = 1 };
        var found = new List<string>();

        do
        {
            var page = await scaling.DescribeAutoScalingGroupsAsync(request, Cancel);
            found.Add(page.AutoScalingGroups.ShouldHaveSingleItem().AutoScalingGroupName);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);

        found.ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public async Task Groups_are_found_by_a_tag()
    {
        await moto.CreateGroupAsync("tagged", 0);

        var found = await scaling.DescribeAutoScalingGroupsAsync(
            new DescribeAutoScalingGroupsRequest { Filters = [new() { Name = "tag:service", Values = ["tagged"] }] }, Cancel);

        found.AutoScalingGroups.ShouldHaveSingleItem().AutoScalingGroupName.ShouldBe("tagged");
    }

    [Fact]
    public async Task A_missing_group_is_an_empty_list_and_no_error()
    {
        var found = await scaling.DescribeAutoScalingGroupsAsync(
            new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = ["missing"] }, Cancel);

        found.AutoScalingGroups.ShouldBeNull();
        found.NextToken.ShouldBeNull();
        found.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_instance_leads_to_its_group()
    {
        var name = await moto.CreateGroupAsync("by-instance", 1);
        var id = (await GroupAsync(name)).Instances[0].InstanceId;

        var found = await scaling.DescribeAutoScalingInstancesAsync(
            new DescribeAutoScalingInstancesRequest { InstanceIds = [id] }, Cancel);

        var instance = found.AutoScalingInstances.ShouldHaveSingleItem();
        (instance.InstanceId, instance.AutoScalingGroupName, instance.LifecycleState).ShouldBe((id, name, "InService"));
        instance.ProtectedFromScaleIn.ShouldBe(false);
    }

    [Fact]
    public async Task An_instance_without_a_group_is_an_empty_list_and_no_error()
    {
        var found = await scaling.DescribeAutoScalingInstancesAsync(
            new DescribeAutoScalingInstancesRequest { InstanceIds = ["i-00000000000000000"] }, Cancel);

        found.AutoScalingInstances.ShouldBeNull();
    }

    [Fact]
    public async Task A_group_gets_the_desired_capacity()
    {
        var name = await moto.CreateGroupAsync("growing", 1);

        var answer = await scaling.SetDesiredCapacityAsync(
            new SetDesiredCapacityRequest { AutoScalingGroupName = name, DesiredCapacity = 3, HonorCooldown = false }, Cancel);

        answer.ResponseMetadata.RequestId.ShouldNotBeNullOrEmpty();
        var group = await GroupAsync(name);
        group.DesiredCapacity.ShouldBe(3);
        group.Instances.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_instance_can_be_set_unhealthy()
    {
        var name = await moto.CreateGroupAsync("unwell", 1);
        var id = (await GroupAsync(name)).Instances[0].InstanceId;

        await scaling.SetInstanceHealthAsync(
            new SetInstanceHealthRequest { InstanceId = id, HealthStatus = "Unhealthy", ShouldRespectGracePeriod = false },
            Cancel);

        (await GroupAsync(name)).Instances[0].HealthStatus.ShouldBe("Unhealthy");
    }

    [Fact]
    public async Task Instance_refreshes_and_a_warm_pool_have_their_states()
    {
        await using var server = new SmallServer(
            new SmallServer.Answer(200, """
                <DescribeInstanceRefreshesResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeInstanceRefreshesResult>
                <InstanceRefreshes><member><InstanceRefreshId>r-1</InstanceRefreshId><AutoScalingGroupName>orders</AutoScalingGroupName>
                <Status>InProgress</Status><StatusReason>Waiting</StatusReason><PercentageComplete>40</PercentageComplete>
                <StartTime>2026-11-30T10:00:00Z</StartTime></member></InstanceRefreshes><NextToken>more</NextToken>
                </DescribeInstanceRefreshesResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></DescribeInstanceRefreshesResponse>
                """),
            new SmallServer.Answer(200, """
                <DescribeAutoScalingGroupsResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeAutoScalingGroupsResult>
                <AutoScalingGroups><member><AutoScalingGroupName>orders</AutoScalingGroupName>
                <WarmPoolConfiguration><MinSize>1</MinSize><Status>PendingDelete</Status></WarmPoolConfiguration></member></AutoScalingGroups>
                </DescribeAutoScalingGroupsResult><ResponseMetadata><RequestId>2</RequestId></ResponseMetadata></DescribeAutoScalingGroupsResponse>
                """));
        using var scaling = new AmazonAutoScalingClient(
            Emulated.Credentials,
            new AmazonAutoScalingConfig { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region });

        var found = await scaling.DescribeInstanceRefreshesAsync(
            new DescribeInstanceRefreshesRequest { AutoScalingGroupName = "orders", MaxRecords = 10 }, Cancel);
        var group = (await scaling.DescribeAutoScalingGroupsAsync(Cancel)).AutoScalingGroups.ShouldHaveSingleItem();

        var refresh = found.InstanceRefreshes.ShouldHaveSingleItem();
        (refresh.InstanceRefreshId, refresh.AutoScalingGroupName, refresh.StatusReason).ShouldBe(("r-1", "orders", "Waiting"));
        refresh.Status.ShouldBe(InstanceRefreshStatus.InProgress);
        (refresh.PercentageComplete, refresh.StartTime, refresh.EndTime)
            .ShouldBe((40, new DateTime(2026, 11, 30, 10, 0, 0, DateTimeKind.Utc), null));
        found.NextToken.ShouldBe("more");
        server.Requests.First().Form["Action"].ShouldBe("DescribeInstanceRefreshes");
        server.Requests.First().Form["MaxRecords"].ShouldBe("10");
        (group.WarmPoolConfiguration.MinSize, group.WarmPoolConfiguration.Status).ShouldBe((1, WarmPoolStatus.PendingDelete));
    }

    [Theory]
    [InlineData("InvalidNextToken", typeof(InvalidNextTokenException))]
    [InlineData("ResourceContention", typeof(ResourceContentionException))]
    [InlineData("ScalingActivityInProgress", typeof(ScalingActivityInProgressException))]
    [InlineData("ValidationError", typeof(AmazonAutoScalingException))]
    public async Task Each_error_code_has_its_exception(string code, Type expected)
    {
        await using var server = new SmallServer(SmallServer.Answer.QueryError(400, code));
        using var scaling = new AmazonAutoScalingClient(
            Emulated.Credentials,
            new AmazonAutoScalingConfig { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region, MaxErrorRetry = 0 });

        Task[] calls =
        [
            scaling.DescribeAutoScalingGroupsAsync(Cancel), scaling.DescribeAutoScalingInstancesAsync(Cancel),
            scaling.SetDesiredCapacityAsync(
                new SetDesiredCapacityRequest { AutoScalingGroupName = "no such group", DesiredCapacity = 1 }, Cancel),
            scaling.SetInstanceHealthAsync(new SetInstanceHealthRequest(), Cancel),
            scaling.DescribeInstanceRefreshesAsync(new DescribeInstanceRefreshesRequest(), Cancel),
        ];

        foreach (var call in calls)
            (await Should.ThrowAsync<AmazonAutoScalingException>(call)).ShouldBeOfType(expected);
    }

    private async Task<AutoScalingGroup> GroupAsync(string name)
    {
        var request = new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [name], IncludeInstances = true };
        return (await scaling.DescribeAutoScalingGroupsAsync(request, Cancel)).AutoScalingGroups.ShouldHaveSingleItem();
    }
}

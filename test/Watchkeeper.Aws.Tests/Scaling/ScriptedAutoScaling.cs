using System.Net;
using Amazon;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Tests.Scaling;

/// <summary>A scripted Auto Scaling client that answers or refuses with a code.</summary>
internal sealed class ScriptedAutoScaling() : AmazonAutoScalingClient(new AnonymousAWSCredentials(), RegionEndpoint.EUCentral1)
{
    public AutoScalingGroup? Group { get; set; }

    public List<InstanceRefresh> Refreshes { get; } = [];

    /// <summary>The code and status of each operation's refusal.</summary>
    public Dictionary<string, (string Code, HttpStatusCode Status)> Refusals { get; } = new(StringComparer.Ordinal);

    public override Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request, CancellationToken cancellationToken = default) =>
        Answer("groups", new DescribeAutoScalingGroupsResponse { AutoScalingGroups = Group is null ? null : [Group] });

    public override Task<DescribeAutoScalingInstancesResponse> DescribeAutoScalingInstancesAsync(
        DescribeAutoScalingInstancesRequest request, CancellationToken cancellationToken = default) =>
        Answer("instances", new DescribeAutoScalingInstancesResponse
        {
            AutoScalingInstances = [new AutoScalingInstanceDetails { AutoScalingGroupName = Group?.AutoScalingGroupName }],
        });

    public override Task<DescribeInstanceRefreshesResponse> DescribeInstanceRefreshesAsync(
        DescribeInstanceRefreshesRequest request, CancellationToken cancellationToken = default) =>
        Answer("refreshes", new DescribeInstanceRefreshesResponse { InstanceRefreshes = Refreshes });

    public override Task<SetDesiredCapacityResponse> SetDesiredCapacityAsync(
        SetDesiredCapacityRequest request, CancellationToken cancellationToken = default) =>
        Answer("set", new SetDesiredCapacityResponse());

    private Task<T> Answer<T>(string operation, T answer) => Refusals.TryGetValue(operation, out var refusal)
        ? Task.FromException<T>(
            new AmazonAutoScalingException("in AWS's words", null, ErrorType.Sender, refusal.Code, "1", refusal.Status))
        : Task.FromResult(answer);
}

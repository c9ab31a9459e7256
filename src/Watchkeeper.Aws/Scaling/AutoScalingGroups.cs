using System.Net;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Watchkeeper.Reactions;

namespace Watchkeeper.Aws.Scaling;

/// <summary>Amazon EC2 Auto Scaling (API version 2011-01-01) as reactions see and change it.</summary>
/// <param name="reader">For describing; may retry.</param>
/// <param name="actor">For changing; must be set up without retries of its own, which could hide what happened.</param>
public sealed class AutoScalingGroups(IAmazonAutoScaling reader, IAmazonAutoScaling actor) : IScaling
{
    private const string Healthy = "Healthy";
    private const string Unhealthy = "Unhealthy";
    private const string InService = "InService";

    /// <inheritdoc/>
    public async Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken)
    {
        var name = target switch
        {
            ReactionTarget.Group group => group.Name,
            ReactionTarget.Instance instance => await GroupOfAsync(instance.Id, cancellationToken),
            _ => null,
        };
        if (name is null)
            return null;
        var request = new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [name] };
        var response = await reader.DescribeAutoScalingGroupsAsync(request, cancellationToken);
        return response.AutoScalingGroups?.FirstOrDefault() is { } found ? Facts(found) : null;
    }

    /// <inheritdoc/>
    public async Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(action, cancellationToken);
            return new PerformResult.Accepted();
        }
        catch (AmazonServiceException refused) when (refused.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError)
        {
            return new PerformResult.Rejected($"{refused.ErrorCode}: {refused.Message}");
        }
        catch (AmazonServiceException failed)
        {
            return new PerformResult.NoAnswer($"{failed.ErrorCode}: {failed.Message}");
        }
        catch (Exception silence) when (!cancellationToken.IsCancellationRequested
            && silence is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            return new PerformResult.NoAnswer(silence.Message);
        }
    }

    private Task CallAsync(ReactionAction action, CancellationToken cancellationToken) => action switch
    {
        ReactionAction.SetDesiredCapacity set => actor.SetDesiredCapacityAsync(
            new SetDesiredCapacityRequest { AutoScalingGroupName = set.Group, DesiredCapacity = set.To, HonorCooldown = false },
            cancellationToken),
        ReactionAction.MarkUnhealthy mark => actor.SetInstanceHealthAsync(
            new SetInstanceHealthRequest { InstanceId = mark.Instance, HealthStatus = Unhealthy, ShouldRespectGracePeriod = true },
            cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "no such action"),
    };

    private async Task<string?> GroupOfAsync(string instance, CancellationToken cancellationToken)
    {
        var request = new DescribeAutoScalingInstancesRequest { InstanceIds = [instance] };
        var response = await reader.DescribeAutoScalingInstancesAsync(request, cancellationToken);
        return response.AutoScalingInstances?.FirstOrDefault()?.AutoScalingGroupName;
    }

    private static GroupFacts Facts(AutoScalingGroup group)
    {
        var instances = group.Instances ?? [];
        return new GroupFacts
        {
            Name = group.AutoScalingGroupName,
            Desired = group.DesiredCapacity ?? 0,
            Min = group.MinSize ?? 0,
            Max = group.MaxSize ?? 0,
            Instances = [.. instances.Select(instance => instance.InstanceId)],
            Healthy =
            [
                .. instances.Where(instance => instance.HealthStatus == Healthy && instance.LifecycleState?.Value == InService)
                    .Select(instance => instance.InstanceId),
            ],
        };
    }
}

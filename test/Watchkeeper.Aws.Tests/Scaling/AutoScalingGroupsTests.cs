using System.Net;
using Amazon.AutoScaling.Model;
using Shouldly;
using Watchkeeper.Aws.Scaling;
using Watchkeeper.Reactions;
using Xunit;

namespace Watchkeeper.Aws.Tests.Scaling;

public sealed class AutoScalingGroupsTests : IDisposable
{
    private readonly ScriptedAutoScaling aws = new()
    {
        Group = new AutoScalingGroup
        {
            AutoScalingGroupName = "shop",
            DesiredCapacity = 3,
            MinSize = 1,
            MaxSize = 6,
            Instances = [Instance("i-1")],
        },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task Every_reason_to_leave_a_group_alone_is_reported_in_the_words_of_AWS()
    {
        aws.Group!.SuspendedProcesses = [new SuspendedProcess { ProcessName = "Launch", SuspensionReason = "User suspended" }];
        aws.Group.Status = "Delete in progress";
        aws.Group.Instances =
        [
            Instance("i-1"), Instance("i-2", "Standby"), Instance("i-3", "InService", "Unhealthy"),
            Instance("i-4", "Warmed:Stopped"),
            new Instance
            {
                InstanceId = "i-5",
                HealthStatus = "Healthy",
                LifecycleState = "InService",
                ProtectedFromScaleIn = true,
            },
        ];
        aws.Refreshes.AddRange(
            [
                new InstanceRefresh { InstanceRefreshId = "r-2", Status = "Baking" },
                new InstanceRefresh { InstanceRefreshId = "r-1", Status = "Successful" },
            ]);

        var facts = (await FindAsync())!;

        facts.Suspended.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["Launch"] = "User suspended" });
        facts.Status.ShouldBe("Delete in progress");
        facts.Refresh.ShouldBe("r-2 Baking");
        facts.WarmPoolMove.ShouldBe("");
        facts.Instances.ShouldBe(["i-1", "i-2", "i-3", "i-5"]);
        facts.Healthy.ShouldBe(["i-1", "i-5"]);
        facts.Protected.ShouldBe(["i-5"]);
        facts.States["i-2"].ShouldBe("Standby");
        facts.Unreadable.ShouldBe("");
    }

    [Theory]
    [InlineData("Pending", true)]
    [InlineData("InProgress", true)]
    [InlineData("Cancelling", true)]
    [InlineData("RollbackInProgress", true)]
    [InlineData("Baking", true)]
    [InlineData("Successful", false)]
    [InlineData("Failed", false)]
    [InlineData("Cancelled", false)]
    [InlineData("RollbackSuccessful", false)]
    [InlineData("RollbackFailed", false)]
    public async Task A_refresh_in_progress_is_recognised(string status, bool isUnderWay)
    {
        aws.Refreshes.Add(new InstanceRefresh { InstanceRefreshId = "r-1", Status = status });

        (await FindAsync())!.Refresh.ShouldBe(isUnderWay ? $"r-1 {status}" : "");
    }

    [Theory]
    [InlineData("Warmed:Pending", true)]
    [InlineData("Warmed:Pending:Wait", true)]
    [InlineData("Warmed:Terminating", true)]
    [InlineData("Warmed:Stopped", false)]
    [InlineData("Warmed:Running", false)]
    [InlineData("Warmed:Hibernated", false)]
    public async Task A_warm_pool_in_motion_is_recognised(string state, bool isMoving)
    {
        aws.Group!.Instances.Add(Instance("i-9", state));

        (await FindAsync())!.WarmPoolMove.ShouldBe(isMoving ? $"i-9 {state}" : "");
    }

    [Theory]
    [InlineData("groups")]
    [InlineData("refreshes")]
    public async Task A_missing_permission_is_named(string operation)
    {
        aws.Refusals[operation] = ("AccessDenied", HttpStatusCode.Forbidden);

        var facts = (await FindAsync())!;

        facts.Unreadable.ShouldBe("AccessDenied: in AWS's words");
        (facts.Max - facts.Desired).ShouldBePositive();
        new ScaleOutReaction().Propose(new ReactionTarget.Group("shop"), facts, new ReactionOptions())
            .ShouldBe(new ReactionProposal.Decline(new Refusal(ReactionRefusal.GroupUnknown, facts.Unreadable)));
    }

    [Theory]
    [InlineData("Throttling", HttpStatusCode.BadRequest)]
    [InlineData("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable)]
    [InlineData("InternalFailure", HttpStatusCode.InternalServerError)]
    public async Task A_temporary_error_is_left_to_the_caller_to_retry(string code, HttpStatusCode status)
    {
        aws.Refusals["groups"] = (code, status);

        await Should.ThrowAsync<Amazon.AutoScaling.AmazonAutoScalingException>(FindAsync());
    }

    [Theory]
    [InlineData("Throttling", HttpStatusCode.BadRequest)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("RequestLimitExceeded", HttpStatusCode.BadRequest)]
    [InlineData("TooManyRequestsException", HttpStatusCode.TooManyRequests)]
    [InlineData("NeverHeardOf", HttpStatusCode.TooManyRequests)]
    [InlineData("SlowDown", HttpStatusCode.BadRequest)]
    [InlineData("PriorRequestNotComplete", HttpStatusCode.BadRequest)]
    [InlineData("ScalingActivityInProgress", HttpStatusCode.BadRequest)]
    [InlineData("ResourceContention", HttpStatusCode.InternalServerError)]
    public async Task Every_throttling_code_means_not_now(string code, HttpStatusCode status)
    {
        aws.Refusals["set"] = (code, status);

        var result = await PerformAsync();

        if ((int)status < 500)
            result.ShouldBe(new PerformResult.Throttled($"{code}: in AWS's words"));
        else
            result.ShouldBeOfType<PerformResult.NoAnswer>();
    }

    [Theory]
    [InlineData("ValidationError", HttpStatusCode.BadRequest)]
    [InlineData("AccessDenied", HttpStatusCode.Forbidden)]
    [InlineData("LimitExceeded", HttpStatusCode.BadRequest)]
    public async Task Every_other_code_is_a_final_refusal(string code, HttpStatusCode status)
    {
        aws.Refusals["set"] = (code, status);

        (await PerformAsync()).ShouldBe(new PerformResult.Rejected($"{code}: in AWS's words"));
    }

    private static Instance Instance(string id, string state = "InService", string health = "Healthy") =>
        new() { InstanceId = id, LifecycleState = state, HealthStatus = health };

    private Task<GroupFacts?> FindAsync() => new AutoScalingGroups(aws, aws).FindAsync(new ReactionTarget.Group("shop"), Cancel);

    private Task<PerformResult> PerformAsync() =>
        new AutoScalingGroups(aws, aws).PerformAsync(new ReactionAction.SetDesiredCapacity("shop", 3, 4), Cancel);
}

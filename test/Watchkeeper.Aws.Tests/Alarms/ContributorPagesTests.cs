using Amazon.CloudWatch.Model;
using Shouldly;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Alarms;

public sealed class ContributorPagesTests
{
    [Fact]
    public async Task Contributors_come_page_by_page_and_each_has_its_own_fingerprint()
    {
        var fake = Fake(request => new DescribeAlarmContributorsResponse
        {
            AlarmContributors = [Contributor($"series{request.NextToken}")],
            NextToken = request.NextToken switch { null => "2", "2" => "3", _ => null },
        });

        var found = await fake.Inventory.ContributorsAsync(await AlarmAsync(fake));

        found.Select(each => each.Signal.Subject.Fingerprint.Text).ShouldBe(
        [
            $"alarm/{Sample.Arn("fleet")}#series", $"alarm/{Sample.Arn("fleet")}#series2", $"alarm/{Sample.Arn("fleet")}#series3",
        ]);
        found.ShouldAllBe(each => each.Name == "fleet" && each.Signal.Condition == SignalCondition.Firing);
        found[0].Signal.Subject.Title.ShouldBe("MAX(CPUUtilization) of instance i-1");
        found[0].Actions.ShouldBe(["arn:aws:sns:eu-central-1:123456789012:alarms"]);
        fake.AskedForContributors.Select(request => request.AlarmName).ShouldAllBe(name => name == "fleet");
    }

    [Fact]
    public async Task An_alarm_over_one_series_has_no_contributors_and_causes_no_request()
    {
        var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(Sample.Alarm()) };

        (await fake.Inventory.ContributorsAsync(await AlarmAsync(fake))).ShouldBeEmpty();

        fake.AskedForContributors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ResourceNotFoundException")]
    [InlineData("ResourceNotFound")]
    [InlineData("ValidationError")]
    public async Task An_answer_that_there_is_no_such_thing_means_no_contributors(string code)
    {
        var fake = Fake(_ => throw CloudWatchFake.Refusal(code));

        (await fake.Inventory.ContributorsAsync(await AlarmAsync(fake))).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alarm_that_was_deleted_meanwhile_has_no_contributors()
    {
        var deleted = false;
        var fake = new CloudWatchFake { Alarms = _ => deleted ? new DescribeAlarmsResponse() : CloudWatchFake.Page(Fleet()) };
        var alarm = await AlarmAsync(fake);
        deleted = true;

        (await fake.Inventory.ContributorsAsync(alarm)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AccessDenied")]
    [InlineData("Throttling")]
    public async Task An_answer_that_cannot_be_had_is_a_failure(string code)
    {
        var fake = Fake(_ => throw CloudWatchFake.Refusal(code));

        await Should.ThrowAsync<Amazon.CloudWatch.AmazonCloudWatchException>(
            fake.Inventory.ContributorsAsync(await AlarmAsync(fake)).AsTask());
    }

    [Fact]
    public async Task Contributors_without_an_id_or_from_the_future_are_left_out_and_counted()
    {
        var tomorrow = Contributor("b");
        tomorrow.StateTransitionedTimestamp = CloudWatchFake.Now.UtcDateTime.AddDays(1);
        var fake = Fake(
            _ => new DescribeAlarmContributorsResponse { AlarmContributors = [Contributor(null), tomorrow, Contributor("c")] });

        (await fake.Inventory.ContributorsAsync(await AlarmAsync(fake))).ShouldHaveSingleItem();

        fake.Warnings.ShouldHaveSingleItem().ShouldStartWith("2 time series");
    }

    [Fact]
    public async Task A_contributor_without_a_time_takes_that_of_its_alarm()
    {
        var contributor = Contributor("a");
        (contributor.StateTransitionedTimestamp, contributor.ContributorAttributes, contributor.StateReason) = (null, null, null);
        var fake = Fake(_ => new DescribeAlarmContributorsResponse { AlarmContributors = [contributor] });
        var alarm = await AlarmAsync(fake);

        (await fake.Inventory.ContributorsAsync(alarm))
            .ShouldHaveSingleItem().Signal.OccurredAt.ShouldBe(alarm.Signal.OccurredAt);
    }

    [Fact]
    public async Task Pages_without_an_end_are_left_after_a_hundred_and_the_rest_is_reported()
    {
        var fake = Fake(
            _ => new DescribeAlarmContributorsResponse { AlarmContributors = [Contributor("a")], NextToken = "more" });

        (await fake.Inventory.ContributorsAsync(await AlarmAsync(fake))).Count.ShouldBe(100);

        fake.Warnings.ShouldHaveSingleItem().ShouldContain("more time series than 100 pages");
    }

    [Fact]
    public async Task A_contributor_is_muted_as_its_alarm_is()
    {
        var fleet = Fleet();
        fleet.ActionsEnabled = false;
        var fake = new CloudWatchFake
        {
            Alarms = _ => CloudWatchFake.Page(fleet),
            Contributors = _ => new DescribeAlarmContributorsResponse { AlarmContributors = [Contributor("a")] },
        };

        (await fake.Inventory.ContributorsAsync(await AlarmAsync(fake))).ShouldHaveSingleItem()
            .Signal.Mute.ShouldBe(new Mute(MuteKind.ActionsDisabled, "", Until: null));
    }

    private static CloudWatchFake Fake(Func<DescribeAlarmContributorsRequest, DescribeAlarmContributorsResponse> contributors) =>
        new() { Alarms = _ => CloudWatchFake.Page(Fleet()), Contributors = contributors };

    private static async Task<ObservedAlarm> AlarmAsync(CloudWatchFake fake) =>
        (await fake.Inventory.FiringAsync()).ShouldHaveSingleItem();

    private static MetricAlarm Fleet()
    {
        var alarm = Sample.Alarm("fleet");
        (alarm.Namespace, alarm.MetricName, alarm.Dimensions) = (null, null, null);
        alarm.AlarmActions = ["arn:aws:sns:eu-central-1:123456789012:alarms"];
        alarm.Metrics = [new MetricDataQuery { Id = "q1", Expression = Sample.Query }];
        return alarm;
    }

    private static AlarmContributor Contributor(string? id) => new()
    {
        ContributorId = id,
        ContributorAttributes = new(StringComparer.Ordinal) { ["InstanceId"] = "i-1" },
        StateReason = "Threshold Crossed",
        StateTransitionedTimestamp = Sample.At,
    };
}

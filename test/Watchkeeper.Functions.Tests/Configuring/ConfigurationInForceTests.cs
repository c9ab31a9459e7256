using Amazon.Runtime;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Storage.Items;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Configuring;

public sealed class ConfigurationInForceTests : IDisposable
{
    private readonly ConfigurationWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Without_an_applied_version_the_parameters_are_the_version()
    {
        var current = await world.AskAsync();

        current.Configuration.ShouldBeSameAs(world.World.Configuration);
        current.WithVersion().Version.ShouldBe(ConfigurationVersion.Of(world.World.Configuration));
        world.InForce.Problem.ShouldBeNull();
        world.Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_takes_one_read_a_minute_one_more_and_a_signal_none()
    {
        await world.ApplyAsync("team-1");
        await world.AskAsync();
        world.Reads.ShouldBe(1);

        for (var second = 0; second < 59; second++)
        {
            world.World.Time.Advance(TimeSpan.FromSeconds(1));
            await world.AskAsync();
        }

        world.Reads.ShouldBe(1);
        world.World.Time.Advance(TimeSpan.FromSeconds(1));
        await world.AskAsync();
        await world.AskAsync();
        world.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_schedule_that_comes_a_moment_early_looks_too()
    {
        var scheduled = world.Start(ConfigurationInForce.MaxAgeBetweenTicks);
        for (var minute = 1; minute <= 3; minute++)
        {
            var version = await world.ApplyAsync($"team-{minute}");
            (await scheduled.CurrentAsync(TestContextToken)).Applied!.Number.ShouldBe(version.Number);
            world.World.Time.Advance(TimeSpan.FromSeconds(minute % 2 == 0 ? 58 : 62));
        }

        world.Reads.ShouldBe(3);
    }

    [Fact]
    public async Task A_new_version_is_in_force_within_a_minute_and_the_same_one_makes_nothing_new()
    {
        var made = new List<DecidingConfiguration>();
        var things = new ByConfiguration<string>(world.InForce, current =>
        {
            made.Add(current);
            return "thing";
        });
        await things.GetAsync(TestContextToken);
        var version = await world.ApplyAsync("team-1");

        for (var minute = 0; minute < 3; minute++)
        {
            world.World.Time.Advance(TimeSpan.FromMinutes(1));
            await things.GetAsync(TestContextToken);
        }

        made.Count.ShouldBe(2);
        made[1].Configuration.Receivers.Keys.ShouldContain("team-1-default");
        made[1].WithVersion().Version!.ShouldStartWith(version.ShownHash);
        ConfigurationVersion.AppliedHash(made[1].WithVersion("detections").Version!).ShouldBe(version.ShownHash);
        world.Written.ShouldContain($"version 1 ({version.ShownHash}) by kim");
    }

    [Theory]
    [InlineData("""{"receivers":[]}""")]
    [InlineData("not JSON")]
    public async Task A_content_that_cannot_be_read_leaves_the_last_good_version_in_force(string content)
    {
        await world.ApplyAsync("team-1");
        var good = await world.AskAsync();
        var bad = await world.ApplyAsync(System.Text.Encoding.UTF8.GetBytes(content));

        (await world.AskLaterAsync()).ShouldBeSameAs(good);
        (await world.AskLaterAsync()).ShouldBeSameAs(good);

        world.InForce.Problem.ShouldNotBeNull().Version.ShouldBe(bad);
        world.InForce.Problem.Rejection.Path.ShouldBe("$.receiver");
        Count("\"UnusableConfigurations\":1").ShouldBe(2, "each look is counted");
        Count("version 1 stays in force").ShouldBe(2);
        await world.ApplyAsync("team-2");
        (await world.AskLaterAsync()).Configuration.Receivers.Keys.ShouldContain("team-2-default");
        world.InForce.Problem.ShouldBeNull();
        world.InForce.IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task Damaged_newer_and_missing_rows_leave_the_last_good_version_in_force()
    {
        var version = await world.ApplyAsync("team-1");
        var good = await world.AskAsync();

        await world.PutHeadAsync(ConfigurationItem.WriteEntry(Keys.ConfigurationHead, version));
        (await world.AskLaterAsync()).ShouldBeSameAs(good);
        world.InForce.Problem.ShouldNotBeNull().Version.ShouldBe(version, "the row still says which version it is");
        await world.PutHeadAsync(
            ItemWriter.Row(Keys.ConfigurationHead).Number(RowSchema.Attribute, RowSchema.Current + 1).ToRow());
        (await world.AskLaterAsync()).ShouldBeSameAs(good);
        world.InForce.Problem.ShouldNotBeNull().Version.ShouldBeNull();
        await world.DeleteHeadAsync();
        (await world.AskLaterAsync()).ShouldBeSameAs(good);
        world.InForce.Problem.ShouldNotBeNull().Rejection.Reason.ShouldContain("missing");
    }

    [Fact]
    public async Task A_process_that_starts_with_a_damaged_row_decides_by_the_parameters_and_says_so()
    {
        await world.ApplyAsync("not JSON"u8.ToArray());

        (await world.AskAsync()).Configuration.ShouldBeSameAs(world.World.Configuration);

        world.InForce.Problem.ShouldNotBeNull();
        world.Written.ShouldContain("the configuration of the template stays in force");
    }

    [Fact]
    public async Task A_table_that_does_not_answer_fails_a_process_that_has_just_started_so_that_AWS_repeats_the_event()
    {
        await world.ApplyAsync("team-1");
        world.Fail(new TimeoutException("no answer"));
        await Should.ThrowAsync<TimeoutException>(world.AskAsync);

        world.Fail(null);
        (await world.AskAsync()).Configuration.Receivers.Keys.ShouldContain("team-1-default");
    }

    [Fact]
    public async Task A_missing_right_does_not_stop_a_process_that_has_just_started()
    {
        world.Fail(new AmazonServiceException("no right") { ErrorCode = "AccessDeniedException" });

        (await world.AskAsync()).Configuration.ShouldBeSameAs(world.World.Configuration);

        world.InForce.Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_table_that_does_not_answer_is_counted_at_once_and_reported_if_it_lasts()
    {
        await world.ApplyAsync("team-1");
        var good = await world.AskAsync();
        world.Fail(new TimeoutException("no answer"));

        (await world.AskLaterAsync()).ShouldBeSameAs(good);
        (await world.AskLaterAsync()).ShouldBeSameAs(good);
        world.InForce.Problem.ShouldBeNull("the next look usually succeeds");
        Count("\"UnusableConfigurations\":1").ShouldBe(2);
        await world.AskLaterAsync();
        world.InForce.Problem.ShouldNotBeNull();
        world.Fail(null);
        (await world.AskLaterAsync()).ShouldBeSameAs(good);
        world.InForce.Problem.ShouldBeNull();
    }

    private int Count(string text) => world.Written.Split(text).Length - 1;
}

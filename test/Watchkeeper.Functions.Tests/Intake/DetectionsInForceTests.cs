using System.Text;
using Microsoft.Extensions.Logging;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Intake;

public sealed class DetectionsInForceTests : IDisposable
{
    private readonly ObservedIntake observed = new(FunctionName.TrailFunction, SignalSource.Trail);
    private readonly MemoryStream written = new();
    private readonly List<DetectionSet> created = [];
    private readonly AppliedDetectionStore store;
    private readonly DetectionsInForce detections;

    public DetectionsInForceTests()
    {
        store = new AppliedDetectionStore(observed.World.Table);
        detections = Over(store);
    }

    private string Written => Encoding.UTF8.GetString(written.ToArray());

    public void Dispose()
    {
        observed.Dispose();
        written.Dispose();
    }

    [Fact]
    public async Task Without_an_applied_list_the_built_in_detections_are_in_force()
    {
        await AskAsync();

        created.ShouldHaveSingleItem().ShouldBe(DetectionSet.BuiltIn);
        Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_list_is_noticed_within_a_minute_and_not_asked_for_with_every_event()
    {
        await AskAsync();
        await ApplyAsync(Tap("tap-opened"));

        await AskAsync();
        created.Count.ShouldBe(1, "the last look was just now");
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
        created[^1].Own.ShouldHaveSingleItem().Id.ShouldBe("tap-opened");
        created[^1].Version.ShouldNotBe(DetectionSet.BuiltIn.Version);
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
        created.Count.ShouldBe(2, "the same list makes no new matcher");
        Written.ShouldContain("1 files of version 1 by kim");
    }

    [Fact]
    public async Task A_list_that_was_taken_back_leaves_the_built_in_detections()
    {
        await ApplyAsync(Tap("tap-opened"));
        await AskAsync();
        await store.ApplyAsync(await store.ReadHeadAsync(TestContextToken), default, 0, "kim", Noon, TestContextToken);
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));

        await AskAsync();

        created[^1].ShouldBe(DetectionSet.BuiltIn);
    }

    [Theory]
    [InlineData("""[{"id":"tap-opened","stage":"on","pattern":7}]""")]
    [InlineData("""[{"madeBy":"a newer version"}]""")]
    [InlineData("not a list")]
    public async Task A_list_that_cannot_be_read_leaves_the_last_good_one_in_force(string list)
    {
        await ApplyAsync(Tap("tap-opened"));
        await AskAsync();
        await ApplyAsync(Encoding.UTF8.GetBytes(list));
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));

        await AskAsync();

        created.ShouldHaveSingleItem();
        Written.ShouldContain("those of version 1 by kim stay in force");
        Written.ShouldContain("\"UnusableDetections\"");
    }

    [Fact]
    public async Task A_process_that_starts_with_a_list_that_cannot_be_read_has_the_built_in_detections()
    {
        await ApplyAsync("not a list"u8.ToArray());

        await AskAsync();

        created.ShouldHaveSingleItem().ShouldBe(DetectionSet.BuiltIn);
        Written.ShouldContain("the built-in ones stay in force");
    }

    [Fact]
    public async Task A_head_of_a_newer_version_leaves_the_last_good_list_in_force()
    {
        await ApplyAsync(Tap("tap-opened"));
        await AskAsync();
        var row = ItemWriter.Row(Keys.DetectionHead).Number(RowSchema.Attribute, RowSchema.Current + 1).ToRow();
        await observed.World.Table.WriteAsync(new RowPut(row), TestContextToken);
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));

        await AskAsync();

        created.ShouldHaveSingleItem();
        Written.ShouldContain("\"UnusableDetections\"");
    }

    [Fact]
    public async Task A_table_that_does_not_answer_fails_a_process_that_has_just_started_so_that_AWS_repeats_the_event()
    {
        var silent = Over(new AppliedDetectionStore(null!));

        // Whatever the table throws reaches the caller.
        await Should.ThrowAsync<NullReferenceException>(async () => await silent.IntakeAsync(TestContextToken));

        created.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_that_the_configuration_names_takes_the_place_of_the_applied_one()
    {
        await ApplyAsync(Tap("tap-opened"));
        await NameAsync(Tap("door-opened"));
        await AskAsync();
        Own().ShouldBe(["door-opened"]);

        await NameAsync(Tap("window-opened"));
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
        Own().ShouldBe(["window-opened"]);

        await NameAsync(null);
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
        Own().ShouldBe(["tap-opened"]);
        Written.ShouldContain("1 files of the configuration");
    }

    [Fact]
    public async Task A_named_list_whose_rows_are_missing_leaves_the_last_good_one_and_is_tried_again_each_minute()
    {
        await NameAsync(Tap("door-opened"));
        await AskAsync();
        var lost = await NameAsync(Tap("window-opened"));
        await observed.World.Table.WriteAsync(new RowDelete(Keys.DetectionChunk(lost!.Hash, 0)), TestContextToken);
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));

        await AskAsync();
        Own().ShouldBe(["door-opened"]);
        Written.ShouldContain("those of the configuration stay in force");
        Written.ShouldContain("\"UnusableDetections\"");

        await store.WriteListAsync(DetectionSet.Write([Tap("window-opened")]), 1, TestContextToken);
        await AskAsync();
        Own().ShouldBe(["door-opened"], "the last look was just now");
        observed.World.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
        Own().ShouldBe(["window-opened"]);
    }

    private static byte[] Tap(string id) => Encoding.UTF8.GetBytes(
        $$$"""
        {
          "id": "{{{id}}}", "title": "A tap", "severity": "high", "description": "Water runs.",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}}
        }
        """);

    private DetectionsInForce Over(AppliedDetectionStore applied)
    {
        var output = new LineOutput(written);
        ILogger log = new JsonLogger(output, observed.World.Time, "TrailFunction");
        var configurations = new ConfigurationInForce(
            new ConfigurationStore(observed.World.Table, observed.World.Time), observed.World.Configuration,
            Named,
            new Metrics(output, observed.World.Time, "TrailFunction"), log, observed.World.Time);
        return new DetectionsInForce(
            configurations, applied, Create, new Metrics(output, observed.World.Time, "TrailFunction"), log, observed.World.Time);

        EventIntake Create(DetectionSet set, DecidingConfiguration configuration)
        {
            created.Add(set);
            return observed.With(SignalParsers.Trail(set.CreateMatcher([])));
        }
    }

    // A version's content is the hash of its list; empty names none.
    private ConfigurationReadResult Named(ReadOnlyMemory<byte> content, WatchkeeperConfiguration parameters) => new(
        parameters with
        {
            Detections = new DetectionSettings
            {
                List = content.Length == 1 ? null : new OwnDetectionList(Encoding.UTF8.GetString(content.Span), 1, 1, 0),
            },
        },
        null);

    private async Task<OwnDetectionList?> NameAsync(byte[]? file)
    {
        var list = file is null ? null : await store.WriteListAsync(DetectionSet.Write([file]), 1, TestContextToken);
        var versions = new ConfigurationStore(observed.World.Table, observed.World.Time);
        (await versions.ApplyAsync(
            await versions.ReadLatestAsync(TestContextToken), Encoding.UTF8.GetBytes(list?.Hash ?? "-"), "kim", "",
            observed.World.Time.GetUtcNow(), TestContextToken)).ShouldBeOfType<ConfigurationApplyResult.Applied>();
        return list;
    }

    private IEnumerable<string> Own() => created[^1].Own.Select(one => one.Id);

    private Task ApplyAsync(byte[] file) => ApplyAsync(
        file[0] == (byte)'{' ? DetectionSet.Write([file]) : file.AsMemory());

    private async Task ApplyAsync(ReadOnlyMemory<byte> list) =>
        (await store.ApplyAsync(await store.ReadHeadAsync(TestContextToken), list, 1, "kim", Noon, TestContextToken))
            .ShouldBeOfType<ApplyResult.Applied>();

    private async Task AskAsync() => (await detections.IntakeAsync(TestContextToken)).ShouldNotBeNull();
}

using Shouldly;
using Watchkeeper.Cli.Applying;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Tests.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>A user's own detections are put in force in the data folder of a run, and refused with a reason.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class ApplyRunTests : IDisposable
{
    private readonly DirectoryInfo rules = Directory.CreateTempSubdirectory("watchkeeper-rules-");
    private readonly Asker asker;

    public ApplyRunTests(StoryFixture story) => asker = new Asker(story.Copy());

    public void Dispose()
    {
        asker.Dispose();
        rules.Delete(recursive: true);
    }

    [Fact]
    public async Task Detections_with_passing_tests_are_applied_and_taken_back()
    {
        Write("tap-opened", "OpenTap");
        File.WriteAllText(Path.Combine(rules.FullName, "root-use.json"), """{"id":"root-use","stage":"staged"}""");

        (await ApplyAsync()).ShouldBe(Answer.Yes, asker.Errors);
        (await ApplyAsync()).ShouldBe(Answer.Yes);
        (await RunAsync(new ApplyOptions { Paths = [], Who = "alex" })).ShouldBe(Answer.Yes);

        asker.Lines[0].ShouldMatch("^applied; functions notice within a minute: version 1, 2 own, [0-9a-f]{32}, by kim at ");
        asker.Lines[1].ShouldStartWith("in force already: version 1, 2 own, ");
        asker.Lines[2].ShouldMatch("version 2, the built-in detections alone, by alex at ");
    }

    [Fact]
    public async Task A_test_that_fails_or_is_missing_is_named_and_nothing_is_applied()
    {
        Write("tap-opened", "OpenTap", tested: "CloseTap");
        Write("tap-turned", "TurnTap");
        File.Delete(Path.Combine(rules.FullName, "tap-turned.tests.json"));

        (await ApplyAsync()).ShouldBe(Answer.No);

        asker.Errors.ShouldContain("tap-opened: one: it does not match, and should");
        asker.Errors.ShouldContain("tap-turned.json: has no tests");
        await ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task A_read_that_no_rule_passes_is_named_and_needs_force()
    {
        Write("taps-listed", "ListTaps");

        (await ApplyAsync()).ShouldBe(Answer.No);
        asker.Errors.ShouldContain("taps-listed looks for ListTaps, which no rule of the template passes to TrailFunction");
        await ShouldBeUntouchedAsync();

        (await ApplyAsync(isForced: true)).ShouldBe(Answer.Yes);
    }

    [Fact]
    public async Task A_folder_without_detections_and_two_of_one_id_are_unclear()
    {
        (await ApplyAsync()).ShouldBe(Answer.Unclear);
        asker.Errors.ShouldContain("holds no file that ends in .json, .json.gz");

        Write("tap-opened", "OpenTap");
        File.Copy(
            Path.Combine(rules.FullName, "tap-opened.json"), Path.Combine(rules.FullName, "tap-again.json"));
        (await ApplyAsync()).ShouldBe(Answer.Unclear);
        asker.Errors.ShouldContain("ids are unique");
        await ShouldBeUntouchedAsync();
    }

    [Fact]
    public async Task More_files_than_a_function_reads_are_refused_with_the_number()
    {
        for (var number = 0; number <= 1000; number++)
            Write($"tap-{number}", "OpenTap");

        (await ApplyAsync()).ShouldBe(Answer.No);

        asker.Errors.ShouldContain("not applied: 1001 files");
    }

    private Task<Answer> ApplyAsync(bool isForced = false) =>
        RunAsync(new ApplyOptions { Paths = [rules.FullName], Who = "kim", IsForced = isForced });

    private Task<Answer> RunAsync(ApplyOptions options) => asker.AskAsync(
        (store, time, cancellation) => new ApplyRun(store, asker.Screen, time).RunAsync(options, cancellation));

    private async Task ShouldBeUntouchedAsync() => await asker.AskAsync(async (store, _, cancellation) =>
    {
        (await store.Detections.ReadHeadAsync(cancellation)).ShouldBeNull();
        return Answer.Yes;
    });

    private void Write(string id, string call, string? tested = null)
    {
        File.WriteAllText(
            Path.Combine(rules.FullName, $"{id}.json"),
            $$"""
            {"id": "{{id}}", "title": "A tap", "severity": "high", "description": "Water runs.",
             "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["{{call}}"] } } }
            """);
        File.WriteAllText(
            Path.Combine(rules.FullName, $"{id}.tests.json"),
            $$"""
            {"positive": [{"name": "one", "event": {"detail": {"eventName": "{{tested ?? call}}" } } },
                          {"name": "two", "event": {"detail": {"eventName": "{{call}}", "awsRegion": "eu-central-1" } } }],
             "negative": [{"name": "three", "event": {"detail": {"eventName": "BuyTap" } } },
                          {"name": "four", "event": {"detail": {"eventName": "SellTap" } } }]}
            """);
    }
}

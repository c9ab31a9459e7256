using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Routing.Matching;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>A watch shows each change once, whatever happened between two looks.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class WatchRunTests(StoryFixture story)
{
    private const string Alarm = "010-order-cpu-high-alarm.json";
    private const string Ok = "210-order-cpu-high-ok.json";

    [Fact]
    public async Task What_opened_and_ended_between_two_looks_is_shown_once_each()
    {
        var folder = story.Copy();
        await using var store = EmbeddedIncidentStore.Open(folder, RunClock.Of(folder, TimeProvider.System));
        var watch = Watch(store, folder);
        await watch.BeginAsync(new MatcherSet([]), Token);
        await FeedAsync(folder, Alarm, Ok);

        var seen = await watch.LookAsync(Token);
        var again = await watch.LookAsync(Token);

        seen.Where(IsOurs).Select(change => change.Change).ShouldBe(["opened", "ended"]);
        again.Where(IsOurs).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_opened_is_followed_to_its_end()
    {
        var folder = story.Copy();
        await using var store = EmbeddedIncidentStore.Open(folder, RunClock.Of(folder, TimeProvider.System));
        var watch = Watch(store, folder);
        await watch.BeginAsync(new MatcherSet([]), Token);
        await FeedAsync(folder, Alarm);

        var opened = await watch.LookAsync(Token);
        await FeedAsync(folder, Ok);
        var ended = await watch.LookAsync(Token);

        opened.Where(IsOurs).Select(change => change.Change).ShouldBe(["opened"]);
        ended.Where(IsOurs).Select(change => change.Change).ShouldBe(["ended"]);
    }

    [Fact]
    public async Task Nothing_new_is_shown_as_nothing()
    {
        await using var store = EmbeddedIncidentStore.Open(story.Data, RunClock.Of(story.Data, TimeProvider.System));
        var watch = Watch(store, story.Data);

        (await watch.BeginAsync(new MatcherSet([]), Token)).ShouldBe(40);

        (await watch.LookAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_filter_hides_other_incidents()
    {
        var folder = story.Copy();
        await using var store = EmbeddedIncidentStore.Open(folder, RunClock.Of(folder, TimeProvider.System));
        using var asker = new Asker(folder);
        var watch = Watch(store, folder);
        await watch.BeginAsync(FilterText.Parse(["severity=critical"], asker.Screen), Token);
        await FeedAsync(folder, Alarm);

        (await watch.LookAsync(Token)).Where(IsOurs).ShouldBeEmpty();
    }

    private static WatchRun Watch(EmbeddedIncidentStore store, string folder) =>
        new(store, new Asker(folder).Screen, RunClock.Of(folder, TimeProvider.System));

    private static bool IsOurs(WatchedChange change) =>
        change.Title.Contains("CPUUtilization of watched-asg", StringComparison.Ordinal);

    // State changes of an alarm that the story does not have, a day after it.
    private static async Task FeedAsync(string folder, params string[] files)
    {
        var events = Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName;
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(Repository.PathOf($"events/alarm-eventbridge/{file}"), Token);
            text = text.Replace("shop-order", "watched", StringComparison.Ordinal)
                .Replace("2026-11-17T", "2026-11-18T", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(events, file), text, Token);
        }

        await StoryFixture.RunAsync(folder, events);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

using System.Text.Json;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>The same run with real processes against DynamoDB Local and moto.</summary>
public sealed class EmulatorStoryTests : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("watchkeeper-emulators-");

    public void Dispose() => place.Delete(recursive: true);

    [Fact]
    public async Task The_emulators_give_the_same_decisions_and_messages_as_files()
    {
        var events = LastingEvents.Create();
        // Events that are broken on purpose are so in the repository's own folder alone.
        var config = await OneByOneAsync("");
        var onFiles = await Story.RunAsync(Repository.Root, 1, "--events", events, "--config", config);
        var onEmulators = await Story.RunAsync(Repository.Root, 1, "--events", events, "--config", config, "--backend", "emulators");

        onEmulators.Decisions().ShouldBe(onFiles.Decisions());
        onEmulators.Consequences("message").Count(Sent).ShouldBe(onFiles.Consequences("message").Count(Sent));
        onEmulators.Consequences("message").Where(Sent).ShouldAllBe(message => IsKept(message));
        // Processes run in real time, so two scale-outs of one group fall within the cool-down of ten minutes: the second is
        // missing.
        onEmulators.Consequences("reaction").Select(Status).ShouldBe(["would-do", "would-do", "refused"]);
        onEmulators.Consequences("reaction").Where(Replacement).Select(Status).ShouldBe(["would-do"]);
        onFiles.Consequences("reaction").Where(Replacement).Select(Status).ShouldBe(["would-do"]);
    }

    [Fact]
    public async Task The_real_functions_write_to_chats_and_pagers_of_this_machine()
    {
        var shop = await File.ReadAllLinesAsync(Repository.PathOf("events/application/watchkeeper.yaml"), TestContext.Current.CancellationToken);
        var config = await OneByOneAsync(string.Join('\n', shop.Where(line => !line.TrimStart().StartsWith("group_", StringComparison.Ordinal))));
        var story = await Story.RunAsync(
            Repository.Root, "--backend", "emulators", "--config", config, "--events", Path.Combine("events", "alarm-eventbridge"),
            "--secrets", Path.Combine("events", "application", "example.secrets"));

        foreach (var kind in (string[])["slack", "feishu", "pagerduty"])
        {
            var messages = story.Consequences("message")
                .Where(each => each.GetProperty("channel").GetString()!.StartsWith(kind, StringComparison.Ordinal)).ToList();
            var sent = messages.Where(message => Status(message) == "sent").ToList();
            sent.ShouldNotBeEmpty(kind);
            sent.ShouldAllBe(message => IsKept(message));
            // While the database is down, the orders that depend on it are quiet.
            messages.Except(sent).ShouldAllBe(message => Status(message) == "held" || Status(message) == "suppressed");
        }
    }

    [Fact]
    public async Task The_Native_AOT_executable_gives_the_same_decisions_and_messages()
    {
        var events = Path.Combine(Repository.Root, "events", "alarm-eventbridge");
        var executable = await NativeExecutable.PublishAsync(Repository.Root, TestContext.Current.CancellationToken);

        var config = await OneByOneAsync("");
        var onFiles = await Story.RunAsync(Repository.Root, "--events", events, "--config", config);
        var native = await Story.RunAsync(
            Repository.Root, "--events", events, "--config", config, "--backend", "emulators", "--executable", executable);

        native.Decisions().ShouldBe(onFiles.Decisions());
        native.Consequences("message").Count(Sent).ShouldBe(onFiles.Consequences("message").Count(Sent));
    }

    // Processes run in real time, so that a day's messages are a storm.
    private async Task<string> OneByOneAsync(string content)
    {
        var file = Path.Combine(place.FullName, "watchkeeper.yaml");
        await File.WriteAllTextAsync(file, $"{content}\nstorm_cap: {{burst: 0}}\n", TestContext.Current.CancellationToken);
        return file;
    }

    // Reminders after hours do not occur in processes that run for minutes.
    private static bool Sent(JsonElement message) =>
        Status(message) == "sent" && message.GetProperty("what").GetString() != "reminded";

    private static bool IsKept(JsonElement message) =>
        Path.GetExtension(message.GetProperty("detail").GetString()!.Split(';')[0]) is ".eml" or ".json";

    private static bool Replacement(JsonElement reaction) => reaction.GetProperty("what").GetString() == "replace-instance";

    private static string? Status(JsonElement consequence) => consequence.GetProperty("status").GetString();
}

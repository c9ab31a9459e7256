using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Testing.Sam;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.SamLocal;

/// <summary>
/// Each of the repository's events, as <c>sam local invoke</c> passes it to the function that the template's rules choose.
/// </summary>
public sealed class SamEventTests(EmulatedByReadme aws) : IClassFixture<EmulatedByReadme>
{
    [Fact]
    public async Task Every_event_is_answered_and_understood_by_its_function()
    {
        var bus = LocalBus.Over(Cli.Run.Repository.Wiring(
            Repository.PathOf("template.yaml"), ImmutableDictionary<string, string>.Empty, new PhysicalNames()));
        var files = Files()
            .SelectMany(
                file => bus.Route(File.ReadAllBytes(Repository.PathOf(file))).Functions.Select(function => (function, file)))
            .ToList();

        foreach (var events in files.GroupBy(each => each.function, each => each.file, StringComparer.Ordinal))
            await AnswersAllAsync(events.Key, events);

        files.Select(each => each.function).Distinct().ShouldBe(
            SamReadme.Events.Where(each => !each.File.StartsWith("events/stream/", StringComparison.Ordinal))
                .Select(each => each.Function),
            ignoreOrder: true);
    }

    private async Task AnswersAllAsync(string name, IEnumerable<string> files)
    {
        await using var function = aws.Function(name);
        foreach (var file in files)
        {
            var answer = await function.InvokeAsync(file);
            answer.Error.ShouldBeNull($"{name} {file}");
            using var document = JsonDocument.Parse(answer.Text);
            if (document.RootElement.TryGetProperty("results", out var results))
            {
                results.EnumerateArray().Select(result => result.GetProperty("outcome").GetString())
                    .ShouldNotContain("failed", $"{name} {file}: {answer.Text}");
            }
        }
    }

    // One event of each kind: the well-formed events of the story, and a terminated instance.
    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.PathOf("events"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => file.Split('/')[1] is not ("application" or "stream" or "bad"))
            .Order(StringComparer.Ordinal)
            .Append("test/Watchkeeper.EndToEnd/Cases/gone/terminated/040-terminated.json");
}

using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.EndToEnd.Cases;

/// <summary>Cases from the field, from the event to the message, the reaction and the end.</summary>
public sealed class FieldCaseTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("watchkeeper-case-").FullName;

    public void Dispose() => Directory.Delete(place, recursive: true);

    [Theory, MemberData(nameof(Stories), "scaling")]
    public Task Scaling_alarms_notify_nobody_until_their_group_cannot_grow(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "place")]
    public Task Nothing_outside_the_own_account_and_region_is_changed(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "gone")]
    public Task Every_incident_ends_without_a_final_event(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "contributors")]
    public Task Each_contributor_is_an_incident(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "muted")]
    public Task A_muted_incident_notifies_when_its_mute_is_over(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "hands-off")]
    public Task A_reaction_that_leaves_a_group_alone_says_why(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "swallowed")]
    public Task Another_act_is_notified_and_an_ongoing_one_causes_reminders(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "severity")]
    public Task A_word_never_lowers_a_severity_and_a_declaration_counts(string story) => CheckAsync(story);

    [Theory, MemberData(nameof(Stories), "titles")]
    public Task A_title_names_the_problem_and_its_subject(string story) => CheckAsync(story);

    [Fact]
    public void Every_event_has_its_expectation()
    {
        var stories = Kinds.SelectMany(FieldCase.List).ToList();

        stories.Count.ShouldBeGreaterThan(30);
        stories.ShouldAllBe(story => story.Inputs().Any());
        stories.ShouldAllBe(story => story.Inputs().All(file => File.Exists(Path.ChangeExtension(file, "expected.json"))));
    }

    public static TheoryData<string> Stories(string kind) => [.. FieldCase.List(kind).Select(story => story.Folder)];

    private static readonly string[] Kinds =
        [.. Directory.EnumerateDirectories(FieldCase.Root).Select(folder => Path.GetFileName(folder)!)];

    private async Task CheckAsync(string folder)
    {
        var story = new FieldCase(folder);
        var lines = await story.RunAsync(place, TestContext.Current.CancellationToken);
        var expected = story.Expectations();
        var found = lines.GroupBy(Name, StringComparer.Ordinal)
            .ToDictionary(each => each.Key, each => CaseResult.From([.. each]), StringComparer.Ordinal);

        string.Join('\n', found.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value.Compared(each.Key)))
            .ShouldBe(string.Join('\n', expected.Select(each => each.Value.Compared(each.Key))));
        foreach (var (name, result) in expected)
        {
            if (result.Title is { } title)
                found[name].Title.ShouldBe(title, name);
            var mails = string.Join("\n---\n", found[name].Mails);
            foreach (var text in result.Says)
                mails.ShouldContain(text, Case.Sensitive, name);
        }
    }

    private static string Name(JsonElement line) =>
        line.GetProperty("file").GetString() is { Length: > 0 } file ? Path.GetFileNameWithoutExtension(file) : "end";
}

using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests.Pages;

/// <summary>The front page is short, and whatever a page leads to is there.</summary>
public sealed class PageTests
{
    public static TheoryData<string> All => [.. Page.All.Select(page => page.Name)];

    [Fact]
    public void The_front_page_has_at_most_120_lines() => Page.Of("README.md").LineCount.ShouldBeLessThanOrEqualTo(120);

    [Fact]
    public void The_front_page_has_the_two_commands()
    {
        Page.Of("README.md").CodeLines.ShouldContain("dotnet run --project src/Watchkeeper.Cli -- run --once");
        Page.Of("README.md").CodeLines.ShouldContain("dotnet test Functions.sln -m:1");
    }

    [Theory, MemberData(nameof(All))]
    public void Every_link_leads_to_a_file_and_to_a_heading_of_it(string name) =>
        Broken(Page.Of(name)).ShouldBeEmpty($"broken links of {name}");

    [Theory]
    [InlineData("see [it](#remove-it)", "#remove-it")]
    [InlineData("see [it](test/README.md#remove-it)", "test/README.md#remove-it")]
    [InlineData("see [`it`](src/Nothing.cs)", "src/Nothing.cs")]
    [InlineData("see [it\nhere](src#heading)", "src#heading")]
    public void A_broken_link_is_found(string text, string broken) =>
        Broken(Page.Parse("README.md", "# Deploy it\n" + text)).ShouldBe([broken]);

    [Fact]
    public void Every_picture_exists_and_is_small() => Page.All.SelectMany(page => page.Pictures.Select(page.PathOf))
        .Where(picture => !Exists(picture) || new FileInfo(Repository.PathOf(picture)).Length > 300_000).ShouldBeEmpty();

    [Fact]
    public void Headings_have_the_anchors_that_GitHub_gives_them() =>
        Page.Parse("a", "# What happens, and why: `it`\n## Two  blanks_here").Anchors
            .ShouldBe(["what-happens-and-why-it", "two--blanks_here"], ignoreOrder: true);

    [Theory, MemberData(nameof(All))]
    public void Every_path_in_code_exists(string name) => Page.Of(name).Spans.Where(IsPath)
        .Where(path => !Exists(path.TrimEnd('/'))).ShouldBeEmpty($"paths of {name} that do not exist");

    [Fact]
    public void The_page_about_events_names_each_folder_and_each_event_that_is_broken()
    {
        var named = Page.Of("events/README.md").Spans;
        var folders = Directory.GetDirectories(Repository.PathOf("events")).Select(Path.GetFileName);
        var bad = Directory.GetFiles(Repository.PathOf("events", "bad"), "*.json").Select(Path.GetFileNameWithoutExtension);

        folders.Concat(bad).Where(each => !named.Contains(each!)).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_about_proofs_names_each_project()
    {
        var named = Page.Of("test/README.md").Spans;

        Directory.GetDirectories(Repository.PathOf("test"), "Watchkeeper.*").Select(Path.GetFileName)
            .Where(project => !named.Contains(project!)).ShouldBeEmpty();
    }

    [Fact]
    public void The_pages_count_the_built_in_detections()
    {
        var counted = Page.All.Where(page => page.Prose.Contains(" detections", StringComparison.Ordinal))
            .SelectMany(page => page.Prose.Split(" detections").SkipLast(1))
            .Select(before => before.Split([' ', '\n', '|']).Last()).Where(word => word.Length == 3 && word.All(char.IsAsciiDigit))
            .ToList();

        counted.Count.ShouldBeGreaterThan(2);
        counted.Where(each => each != "100").ShouldAllBe(each => each == $"{DetectionCatalogue.All.Length}");
    }

    private static List<string> Broken(Page page) =>
        [.. page.Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal)).Where(link => !Leads(page, link))];

    private static bool Leads(Page page, string link)
    {
        var path = page.PathOf(link);
        if (!link.Contains('#', StringComparison.Ordinal))
            return Exists(path);
        var target = path == page.Name ? page : Page.All.SingleOrDefault(each => each.Name == path);
        return target?.Anchors.Contains(link.Split('#')[1]) ?? false;
    }

    private static bool Exists(string path) => File.Exists(Repository.PathOf(path)) || Directory.Exists(Repository.PathOf(path));

    // A path of the repository, without blanks and without a place for a reader's own.
    private static bool IsPath(string span) =>
        (span is "template.yaml" or ".ci/run"
            || new[] { "src/", "test/", "events/", ".github/" }.Any(start => span.StartsWith(start, StringComparison.Ordinal)))
        && !span.AsSpan().ContainsAny(" <…*");
}

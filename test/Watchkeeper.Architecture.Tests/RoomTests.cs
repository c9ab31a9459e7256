using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Architecture.Tests;

/// <summary>
/// Each folder of the product uses only the folders that Rooms.txt lists for it, and never, by any path, one that uses it.
/// </summary>
public sealed class RoomTests
{
    public static TheoryData<string> Projects => [.. Arrow.Projects];

    [Fact]
    public void A_room_uses_the_listed_rooms_and_no_others() =>
        Rooms.Listed.Differences(Arrow.OfTheHouse).ShouldBeEmpty();

    [Fact]
    public void The_rooms_form_no_circle() => Rooms.Listed.Circle().ShouldBeEmpty();

    [Fact]
    public void The_arrows_are_read_from_the_assemblies()
    {
        Arrow.OfTheHouse.Select(arrow => (arrow.From, arrow.To)).Distinct().Count().ShouldBeGreaterThan(200);
        Arrow.OfTheHouse.ShouldContain(
            arrow => arrow.From == "Incidents" && arrow.To == "Signals" && arrow.Target == "Fingerprint");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_is_a_folder(string project)
    {
        var root = Repository.PathOf("src", project);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(
                file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .Where(file => file != "Program.cs")
            .ToList();

        files.Count.ShouldBeGreaterThan(50);
        files.Where(file => !File.ReadLines(Path.Combine(root, file)).Contains($"namespace {NamespaceOf(project, file)};"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_unlisted_arrow_is_reported_with_the_types_that_draw_it()
    {
        var rooms = Rooms.Parse("# comment\nA: B\nB:\n");

        rooms.Differences([new("A", "B", "One", "Two"), new("B", "A", "Three", "Four"), new("C", "A", "Five", "Six")]).ShouldBe(
        [
            "B must not use A (Three uses Four)",
            "Rooms.txt lacks a line: C: A",
        ]);
        rooms.Differences([]).ShouldBe(["A no longer uses B: take it out of Rooms.txt"]);
    }

    [Theory]
    [InlineData("A: B\nB: C\nC: A", "A B C A")]
    [InlineData("A: B\nB: C\nC: B", "B C B")]
    [InlineData("A: B, C\nB: C\nC:", "")]
    public void A_circle_is_found(string list, string circle) =>
        string.Join(' ', Rooms.Parse(list).Circle()).ShouldBe(circle);

    private static string NamespaceOf(string project, string file) =>
        string.Join('.', [project, .. file.Split(Path.DirectorySeparatorChar)[..^1]]);
}

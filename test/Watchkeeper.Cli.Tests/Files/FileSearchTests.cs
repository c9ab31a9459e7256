using Shouldly;
using Watchkeeper.Cli.Files;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Files;

public sealed class FileSearchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FileSearch search = new(FileSearch.EventSuffixes);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_visible_files_with_JSON_sorted_by_path()
    {
        foreach (var name in new[] { "b.json", "a/2.JSONL", "a/1.json.gz", "a/notes.txt", "._b.json", ".git/x.json", "a.ndjson" })
            folder.File(name, "{}");

        Found().ShouldBe(["a.ndjson", "a/1.json.gz", "a/2.JSONL", "b.json"]);
    }

    [Fact]
    public void A_link_is_followed_but_not_in_circles()
    {
        folder.File("2026/11/a.json", "{}");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "latest"), Path.Combine(folder.Path, "2026", "11"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "2026", "up"), folder.Path);

        Found().ShouldBe(["2026/11/a.json", "latest/a.json"]);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_named_and_the_others_are_read()
    {
        folder.File("z.json", "{}");
        // Two halves of a path that is too long for the system together.
        var half = string.Join(Path.DirectorySeparatorChar, Enumerable.Repeat(new string('x', 200), 15));
        var first = Directory.CreateDirectory(Path.Combine(folder.Path, "a", half)).FullName;
        Directory.CreateDirectory(Path.Combine(folder.Path, "b", half));
        Directory.Move(Path.Combine(folder.Path, "b"), Path.Combine(first, "b"));
        try
        {
            var found = search.Find([folder.Path]).ToList();

            found.Count.ShouldBe(2);
            Should.Throw<IOException>(() => search.Open(found[0])).Message.ShouldStartWith("is a folder that cannot be listed: ");
            Path.GetFileName(found[1]).ShouldBe("z.json");
        }
        finally
        {
            Directory.Move(Path.Combine(first, "b"), Path.Combine(folder.Path, "b"));
        }
    }

    [Fact]
    public void An_empty_file_in_a_folder_is_not_waited_for()
    {
        folder.File("a.json", "");
        search.Find([folder.Path]).ShouldHaveSingleItem();

        // A pipe without a writer looks like this, and opening it would wait for ever.
        search.Open(folder.File("a.json")).ShouldBeSameAs(Stream.Null);
    }

    private IEnumerable<string> Found() =>
        search.Find([folder.Path]).Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'));
}

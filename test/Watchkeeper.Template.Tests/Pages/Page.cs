using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Watchkeeper.Testing;

namespace Watchkeeper.Template.Tests.Pages;

/// <summary>A page of the repository: its links, its headings' anchors, and what it sets in code.</summary>
internal sealed partial class Page
{
    private const string CodeIndent = "    ";

    private Page(string name, string text)
    {
        Name = name;
        var lines = text.Split('\n');
        CodeLines = [.. lines.Where(IsCode).Select(line => line.Trim())];
        var prose = lines.Where(line => !IsCode(line)).ToList();
        LineCount = lines.Length - 1;
        Anchors = [.. prose.Where(line => line.StartsWith('#')).Select(AnchorOf)];
        // By paragraphs and rows, so that one odd backtick shifts no others.
        var parts = Break().Split(string.Join('\n', prose));
        Spans = [.. parts.SelectMany(part => Span().Matches(part)).Select(match => match.Groups["code"].Value.ReplaceLineEndings(" "))];
        Links = [.. parts.SelectMany(part => Link().Matches(Span().Replace(part, "code"))).Select(match => match.Groups["to"].Value)];
        Pictures = [.. parts.SelectMany(part => Picture().Matches(part)).Select(match => match.Groups["file"].Value)];
        Prose = string.Join('\n', prose);
    }

    /// <summary>All pages.</summary>
    public static ImmutableArray<Page> All { get; } =
    [
        .. ReadmePages.All.Append(".github/CONTRIBUTING.md").Append(".github/SECURITY.md").Append("CHANGELOG.md")
            .Select(name => Parse(name, ReadmePages.Read(name))),
    ];

    /// <summary>The path from the repository's root, with slashes.</summary>
    public string Name { get; }

    public int LineCount { get; }

    /// <summary>The text without its indented blocks.</summary>
    public string Prose { get; }

    /// <summary>The lines of its indented blocks.</summary>
    public ImmutableArray<string> CodeLines { get; }

    /// <summary>The texts between backticks.</summary>
    public ImmutableArray<string> Spans { get; }

    /// <summary>The targets of its links, as written.</summary>
    public ImmutableArray<string> Links { get; }

    /// <summary>The files of its pictures, as written.</summary>
    public ImmutableArray<string> Pictures { get; }

    /// <summary>The anchors that GitHub gives to its headings.</summary>
    public ImmutableHashSet<string> Anchors { get; }

    public static Page Parse(string name, string text) => new(name, text);

    public static Page Of(string name) => All.Single(page => page.Name == name);

    /// <summary>The path of a link's file from the repository's root; the page itself for an anchor alone.</summary>
    public string PathOf(string link)
    {
        var file = link.Split('#')[0];
        if (file.Length == 0)
            return Name;
        var folder = Path.GetDirectoryName(Name)!;
        return Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, file))).Replace('\\', '/');
    }

    private static bool IsCode(string line) => line.StartsWith(CodeIndent, StringComparison.Ordinal);

    // Letters, digits, hyphens and underscores stay, blanks become hyphens.
    private static string AnchorOf(string heading) => string.Concat(
        heading.TrimStart('#').Trim().ToLowerInvariant()
            .Where(each => char.IsLetterOrDigit(each) || each is ' ' or '-' or '_')
            .Select(each => each == ' ' ? '-' : each));

    [GeneratedRegex(@"\n\s*\n|\n(?=\|)", RegexOptions.None, 1000)]
    private static partial Regex Break();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<img[^>]* src=\"(?<file>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}

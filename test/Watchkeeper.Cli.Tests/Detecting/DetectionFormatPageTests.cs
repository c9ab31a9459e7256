using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Watchkeeper.Detections.Conditions;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>The page about the format of detections says all and nothing else.</summary>
public sealed partial class DetectionFormatPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("src", "Watchkeeper", "Detections", "README.md"));

    [Fact]
    public void Tables_list_the_members_that_a_file_may_have()
    {
        var known = Expected(DetectionParser.Parse("""{"nonsense": 1}"""u8).Errors);

        known.Length.ShouldBeGreaterThan(15);
        Members("What it says", "What it finds", "What becomes of it").ShouldBe(
            // The members of «undone» have a table of their own in the last section.
            known.Concat(["pattern", "unless", "fingerprint"]), ignoreOrder: true);
    }

    [Fact]
    public void A_table_lists_the_members_that_tests_may_have()
    {
        var known = Expected(DetectionCases.Parse("""{"nonsense": 1}"""u8, DetectionCatalogue.All[0]).Errors);

        known.Length.ShouldBe(5);
        Members("Its tests").ShouldBe(known, ignoreOrder: true);
    }

    [Fact]
    public void Each_meaning_is_explained() =>
        Members("Meanings").ShouldBe(Enum.GetValues<Meaning>().Select(meaning => meaning.ToKebabCase()));

    [Fact]
    public void Each_condition_on_the_page_is_one()
    {
        var conditions = Condition().Matches(Page).Select(match => match.Groups["condition"].Value).ToList();

        conditions.Count.ShouldBe(7);
        foreach (var condition in conditions)
        {
            var rule = $$$"""
                {
                  "id": "x", "title": "x", "description": "x", "severity": "low", "runbook": "https://example.com",
                  "pattern": {"detail": {"eventName": ["X"]}}, "where": [{{{condition}}}]
                }
                """;
            DetectionParser.Parse(Encoding.UTF8.GetBytes(rule)).Errors.ShouldBeEmpty(condition);
        }
    }

    private static ReadmeSection Section(string heading) => ReadmeSection.Parse(Page, heading);

    private static IEnumerable<string> Members(params string[] headings) => headings
        .SelectMany(heading => Section(heading).Rows).Select(row => row[0])
        .Where(cell => cell.StartsWith('`')).Select(cell => cell.Trim('`')).Where(cell => cell.All(c => char.IsAsciiLetter(c) || c is '-'));

    // «is not known: expected id, title, …»
    private static ImmutableArray<string> Expected(IEnumerable<Rejection> errors) =>
        [.. errors.Single(error => error.Path == "$.nonsense").Reason.Split("expected ")[1].Split(", ")];

    [GeneratedRegex("""^\| `(?<condition>\{"(?:at|each|any)".*?)` \|""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Condition();
}

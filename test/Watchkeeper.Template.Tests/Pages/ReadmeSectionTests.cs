using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Template.Tests.Pages;

/// <summary>A section belongs to one page, so that a reader and a test find the same one.</summary>
public sealed class ReadmeSectionTests
{
    private static readonly (string Name, string Text)[] Pages =
        [("a", "# A\n## Remove it\n    rm a\n## End\n    rm end"), ("b", "# B\nRemove it\n### Keep it\n    keep b")];

    [Fact]
    public void A_section_is_found_in_whichever_page_has_its_heading() =>
        ReadmeSection.Find(Pages, "Keep it").Script.ShouldBe("keep b");

    [Fact]
    public void A_section_ends_at_the_next_heading_and_no_plain_line_is_one() =>
        ReadmeSection.Find(Pages, "Remove it").Script.ShouldBe("rm a");

    [Fact]
    public void A_heading_that_no_page_has_is_refused() =>
        Should.Throw<FormatException>(() => ReadmeSection.Find(Pages, "Remove")).Message.ShouldBe("no page has a heading «Remove»");

    [Fact]
    public void A_heading_in_two_pages_is_refused_with_both() =>
        Should.Throw<FormatException>(() => ReadmeSection.Find([.. Pages, ("c", "# Keep it")], "Keep it"))
            .Message.ShouldBe("the heading «Keep it» stands in b and c: keep it in one");

    [Fact]
    public void Pages_of_downloaded_packages_are_none_of_ours() =>
        ReadmePages.All.ShouldAllBe(page => !page.Contains("node_modules", StringComparison.Ordinal));
}

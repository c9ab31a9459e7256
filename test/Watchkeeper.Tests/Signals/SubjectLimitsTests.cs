using Shouldly;
using Watchkeeper.Signals;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Signals;

public class SubjectLimitsTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a😀b", 3, "a…")]
    public void A_cut_text_shows_the_cut_and_never_ends_inside_a_character(string text, int limit, string expected) =>
        InertText.Shorten(text, limit).ShouldBe(expected);

    [Fact]
    public void Everything_that_event_text_can_make_long_is_bounded()
    {
        var longText = new string('x', 100_000);
        var subject = Sample.Subject(labels: [.. Enumerable.Range(0, 50).Select(i => ($"{i}{longText}", longText))]) with
        {
            Name = longText,
            Title = longText,
            Resource = longText,
            Runbook = longText,
            Service = longText,
        };

        var bound = SubjectLimits.Bound(subject);

        var size = bound.Name.Length + bound.Title.Length + bound.Resource.Length + bound.Runbook.Length + bound.Service.Length
            + bound.Labels.Sum(label => label.Key.Length + label.Value.Length);
        size.ShouldBeLessThan(8_000);
        bound.Labels.Count.ShouldBeLessThanOrEqualTo(SubjectLimits.Labels);
    }

    [Fact]
    public void The_parts_of_a_hash_do_not_run_into_each_other() =>
        StableHash.Compute("ab", "c").ShouldNotBe(StableHash.Compute("a", "bc"));
}

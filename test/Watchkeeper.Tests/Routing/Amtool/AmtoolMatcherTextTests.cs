using System.Globalization;
using System.Text;
using Shouldly;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>Texts of <c>matchers</c> mean what they mean to Alertmanager 0.25, or both refuse them.</summary>
public class AmtoolMatcherTextTests
{
    private static readonly string[] Parts =
    [
        "a", "a", "b", "a:1", "=", "=", "=", "!=", "=~", "!~", "\"", "\"", "\"", "x", "y", " ", "\\", "\\\\", "\\\"", "\\n", "\n",
        "\t", ",", ",", "{", "}", "é", "🔥", "\v", "\u00a0", ".*", "|", "'", "1",
    ];

    private static readonly LabelSet[] LabelSets =
    [
        LabelSet.Empty, Labels("x", ""), Labels("y", ""), Labels("", "x"), Labels("x", "y"), Labels("\"x", "\\"),
        Labels("\\", "\n"), Labels("é", "🔥"), Labels("a", "1"), Labels("xy", "=x"),
    ];

    [Theory]
    [InlineData("a=\"x\",b!=\"y\"")]
    [InlineData("{a=~\"x|y\",}")]
    [InlineData(" a = two words ")]
    [InlineData("a=\\d\\n")]
    [InlineData("a=\"\\d\\\"\\\\\"")]
    [InlineData("a=\"x,y\",b=\"\"")]
    [InlineData("a=x}")]
    [InlineData("")]
    [InlineData("a=x,")]
    [InlineData("a==x")]
    public void Ordinary_forms_are_accepted(string text) => ShouldAgree([text]).ShouldBe(1);

    [Theory]
    [InlineData("a", 0, 1, "operator")]
    [InlineData("a=x, =y", 5, 7, "label name")]
    [InlineData("a=\"x", 0, 4, "closing double quote")]
    [InlineData("a=x\"y", 0, 5, "is written")]
    [InlineData("é=x", 0, 3, "label name")]
    [InlineData("a=x,,b=y", 4, 4, "label name")]
    [InlineData("🔥a=x", 0, 4, "label name")]
    [InlineData("a=~\"(\"", 0, 6, "not valid: ( lacks")]
    public void A_refused_text_names_the_matcher_and_the_reason(string text, int start, int end, string reason)
    {
        ShouldAgree([text]).ShouldBe(0);

        var error = ClassicMatcherParser.Parse(text).Error.ShouldNotBeNull();
        (error.Start, error.End).ShouldBe((start, end));
        error.Reason.ShouldContain(reason);
    }

    [Fact]
    public void Random_texts_mean_what_they_mean_to_amtool()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(0, 3000).Select(_ => Random(random)).Distinct().ToList();

        // Refused texts need a process each.
        var accepted = texts.Where(text => ClassicMatcherParser.Parse(text).IsAccepted).ToList();
        ShouldAgree(accepted).ShouldBe(accepted.Count);
        foreach (var text in texts.Except(accepted).Take(300))
            ShouldAgree([text]);
        accepted.Count.ShouldBeGreaterThan(300);
    }

    private static string Random(Random random)
    {
        // Most begin as a matcher does.
        var text = new StringBuilder(random.Next(4) == 0 ? "" : random.Next(2) == 0 ? "a=\"" : "b=");
        for (var left = random.Next(1, 7); left > 0; left--)
            text.Append(Parts[random.Next(Parts.Length)]);
        return text.ToString();
    }

    // How many of the texts both accept.
    private static int ShouldAgree(List<string> texts)
    {
        var results = texts.Select(ClassicMatcherParser.Parse).ToList();
        string[] shown = [.. texts.Select(YamlText.Quote)];
        var yaml = new StringBuilder("route:\n  receiver: none\n  routes:\n");
        for (var at = 0; at < texts.Count; at++)
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{receiver: r{at}, continue: true, matchers: [{shown[at]}]}}\n");
        yaml.Append(YamlText.Receivers(texts.Select((_, at) => $"r{at}").Prepend("none")));
        foreach (var labels in LabelSets)
        {
            var answer = AmtoolProcess.Ask(
                yaml.ToString(), labels.Select(label => AmtoolProcess.Label(label.Key, label.Value)));
            if (answer.Receivers is null)
            {
                texts.Count.ShouldBe(1, $"amtool refuses one that is accepted: {answer.Error}");
                results[0].IsAccepted.ShouldBeFalse($"amtool refuses {shown[0]}: {answer.Error}");
                return 0;
            }

            var taken = answer.Receivers.ToHashSet(StringComparer.Ordinal);
            for (var at = 0; at < texts.Count; at++)
            {
                var matchers = results[at].Matchers.ShouldNotBeNull($"amtool accepts {shown[at]}: {results[at].Error}");
                var isTaken = taken.Contains(string.Create(CultureInfo.InvariantCulture, $"r{at}"));
                matchers.Matches(labels).ShouldBe(isTaken, $"{shown[at]} on {labels}");
            }
        }

        return texts.Count;
    }

    private static LabelSet Labels(string a, string b) =>
        LabelSet.Empty.With("a", a).With("b", b).With("a:1", "x");
}

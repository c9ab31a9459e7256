using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Routing;

public class RouteTests
{
    private static readonly Route Tree = new()
    {
        Receiver = "everyone",
        Routes =
        [
            new Route
            {
                Matchers = [new Matcher("service", MatchOperator.Equal, "payment")],
                Receiver = "payment",
                Routes =
                [
                    new Route { Matchers = [new Matcher("severity", MatchOperator.Regex, "high|critical")], Receiver = "pager" },
                    new Route { Matchers = [new Matcher("kind", MatchOperator.Equal, "cpu")] },
                ],
            },
            new Route
            {
                Matchers = [new Matcher("source", MatchOperator.Equal, "trail")],
                Receiver = "security",
                Continue = true,
            },
            new Route { Matchers = [new Matcher("account", MatchOperator.NotEqual, "")], Receiver = "owner" },
            new Route { Receiver = "never" },
        ],
    };

    [Theory]
    [InlineData("", "never")]
    [InlineData("service=payment", "payment")]
    [InlineData("service=payment,severity=critical", "pager")]
    [InlineData("service=payment,severity=highest", "payment")]
    [InlineData("service=payment,kind=cpu", "payment")]
    [InlineData("source=trail,account=1", "security,owner")]
    [InlineData("source=trail", "security,never")]
    [InlineData("service=payment,source=trail", "payment")]
    public void The_first_matching_route_takes_the_signal_and_the_deepest_names_the_receiver(string labels, string expected) =>
        string.Join(",", Tree.Match(Labels(labels))).ShouldBe(expected);

    [Fact]
    public void A_root_without_children_takes_everything() =>
        new Route { Receiver = "all" }.Match(LabelSet.Empty).ShouldBe(["all"]);

    [Fact]
    public void A_route_without_a_receiver_only_records() => new Route().Match(LabelSet.Empty).ShouldBeEmpty();

    [Fact]
    public void An_empty_receiver_inherits_the_parents() =>
        new Route { Receiver = "all", Routes = [new Route { Receiver = "" }] }.Match(LabelSet.Empty).ShouldBe(["all"]);

    [Fact]
    public void A_receiver_is_notified_once_and_listed_for_each_route_that_takes_the_labels()
    {
        Route again = new() { Receiver = "pager", Continue = true };
        Route root = new() { Receiver = "all", Routes = [again, new Route { Continue = true }, again] };

        root.Match(LabelSet.Empty).ShouldBe(["pager", "all"]);
        root.MatchWithRepeats(LabelSet.Empty).ShouldBe(["pager", "all", "pager"]);
    }

    [Fact]
    public void Many_children_are_tried_in_their_order_whatever_they_match()
    {
        Route root = new()
        {
            Receiver = "all",
            Routes =
            [
                Child("a", "service=~\"order|order|stock\""), Child("b"), Child("c", "team=web", "service=order"), Child("d",
                    "service=\"\""),
                Child("e", "service=payment"), Child("f", "service=order"), Child("g", "service=~\"order|\""), Child("h",
                    "team!=web"),
            ],
        };

        Listed("").ShouldBe("b,d,g,h");
        Listed("service=order").ShouldBe("a,b,f,g,h");
        Listed("service=order,team=web").ShouldBe("a,b,c,f,g");
        Listed("service=payment").ShouldBe("b,e,h");
        (root with { Routes = [] }).Match(Labels("service=order")).ShouldBe(["all"]);

        string Listed(string labels) => string.Join(',', root.MatchWithRepeats(Labels(labels)));
    }

    [Fact]
    public void A_hostile_expression_does_not_stall() =>
        new Matcher("name", MatchOperator.Regex, "(a+)+b").Matches(Labels("name=" + new string('a', 5_000))).ShouldBeFalse();

    [Theory]
    [InlineData("high|critical")]
    [InlineData("high")]
    [InlineData("high|")]
    [InlineData("")]
    [InlineData("a b|c-d/e:1")]
    [InlineData("hi.h|critical")]
    [InlineData("high |critical")]
    public void A_list_of_words_matches_like_the_equal_expression(string expression)
    {
        var regex = new Regex($@"\A(?:{expression})\z", RegexOptions.NonBacktracking);
        string[] values =
            ["high", "critical", "High", "highcritical", "high|critical", "hi.h", "high ", "a b", "c-d/e:1", "", "|"];
        foreach (var value in values)
        {
            var labels = LabelSet.From([KeyValuePair.Create("severity", value)]);
            new Matcher("severity", MatchOperator.Regex, expression).Matches(labels).ShouldBe(regex.IsMatch(value), value);
            new Matcher("severity", MatchOperator.NotRegex, expression).Matches(labels).ShouldBe(!regex.IsMatch(value), value);
        }
    }

    [Fact]
    public void Event_text_cannot_pose_as_one_of_our_labels()
    {
        var slot = Sample.After(Sample.Signal(subject: Sample.Subject(labels: [("severity", "critical"), ("source", "audit")])));

        var labels = IncidentLabels.From(slot!.Incident!);

        labels["severity"].ShouldBe("high");
        labels["source"].ShouldBe("alarm");
    }

    private static Route Child(string receiver, params string[] matchers) => new()
    {
        Receiver = receiver,
        Continue = true,
        Matchers = [.. matchers.SelectMany(matcher => MatcherParser.Parse(matcher).Matchers!.Matchers)],
    };

    private static LabelSet Labels(string text) => LabelSet.From(
        text.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1])));
}

using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Routing;

/// <summary>The explanation of a way through the route tree is the way that <see cref="Route.Match"/> takes.</summary>
public class RouteTraceTests
{
    private static readonly Route Payments = new()
    {
        Receiver = "payments",
        Matchers = [Is("service", "payment")],
        Routes =
        [
            new Route { Receiver = "payments-night", Matchers = [Is("severity", "critical"), Is("region", "eu-central-1")] },
        ],
    };

    private static readonly Route Tree = new()
    {
        Receiver = "everybody",
        Routes =
        [
            new Route { Receiver = "audit", Continue = true, Matchers = [Is("source", "trail")] }, Payments,
            new Route { Receiver = "order", Matchers = [Is("service", "order")] },
        ],
    };

    [Fact]
    public void The_first_matcher_that_does_not_hold_is_named_and_later_siblings_of_a_match_are_not_tried()
    {
        var steps = RouteTrace.For(Tree, Labels(("service", "payment"), ("severity", "critical"), ("region", "us-east-1")));

        steps.Select(step => (step.Receiver, step.Depth, step.Outcome, step.Failed?.ToString())).ShouldBe(
        [
            ("everybody", 0, RouteOutcome.PassesOn, null),
            ("audit", 1, RouteOutcome.DoesNotMatch, "source=\"trail\""),
            ("payments", 1, RouteOutcome.Takes, null),
            ("payments-night", 2, RouteOutcome.DoesNotMatch, "region=\"eu-central-1\""),
        ]);
    }

    [Fact]
    public void A_root_without_a_receiver_takes_nothing() => RouteTrace.For(new Route(), Labels()).ShouldHaveSingleItem()
        .Outcome.ShouldBe(RouteOutcome.HasNoReceiver);

    [Fact]
    public void What_takes_the_labels_is_what_is_notified()
    {
        string[] services = ["payment", "order", "stock"];
        string[] sources = ["trail", "alarm"];
        string[] severities = ["critical", "high"];
        string[] regions = ["eu-central-1", "us-east-1"];
        var all =
            from service in services
            from source in sources
            from severity in severities
            from region in regions
            select Labels(("service", service), ("source", source), ("severity", severity), ("region", region));
        var counts = new HashSet<int>();
        foreach (var labels in all)
        {
            var taking = RouteTrace.For(Tree, labels).Where(step => step.Outcome is RouteOutcome.Takes)
                .Select(step => step.Receiver).Distinct(StringComparer.Ordinal).ToList();
            taking.ShouldBe(Tree.Match(labels));
            counts.Add(taking.Count);
        }

        counts.ShouldBe([1, 2], ignoreOrder: true);
    }

    private static Matcher Is(string label, string value) => new(label, MatchOperator.Equal, value);

    private static LabelSet Labels(params ImmutableArray<(string Name, string Value)> labels) =>
        LabelSet.From(labels.Select(label => KeyValuePair.Create(label.Name, label.Value)));
}

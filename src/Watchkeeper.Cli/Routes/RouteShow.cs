using Watchkeeper.Cli.Asking;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Routes;

/// <summary><c>route show</c>: the route tree, a route a line, with the way that labels take.</summary>
internal sealed class RouteShow(Screen screen, TimeProvider time)
{
    /// <summary>Draws the tree. With labels, an arrow marks the routes that take them, a check those that pass them on.</summary>
    /// <exception cref="AskException">The file or a label cannot be read.</exception>
    public Answer Run(string path, IReadOnlyList<string> labels)
    {
        var root = RoutedFile.Read(path, time.GetUtcNow());
        // By reference: two routes that say the same are two routes.
        var way = labels.Count == 0 ? null : RouteTrace.For(root, RouteLabels.Parse(labels))
            .ToDictionary(step => (object)step.Route, step => step.Outcome, ReferenceEqualityComparer.Instance);
        Draw(root, "", "", "", way);
        return Answer.Yes;
    }

    private void Draw(
        Route route, string inherited, string lead, string below, Dictionary<object, RouteOutcome>? way)
    {
        var receiver = route.Receiver is { Length: > 0 } own ? own : inherited;
        var all = lead.Length == 0 ? "everything" : "everything else";
        var matchers = route.Matchers.IsEmpty ? all : string.Join(", ", route.Matchers);
        var target = receiver.Length == 0 ? "nobody" : receiver;
        var goesOn = route.Continue ? ", and goes on" : "";
        screen.Raw($"{Mark(route, way)}{lead}{InertText.Line(matchers)} → {InertText.Line(target)}{goesOn}");
        for (var at = 0; at < route.Routes.Length; at++)
        {
            var isLast = at == route.Routes.Length - 1;
            Draw(route.Routes[at], receiver, below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "), way);
        }
    }

    private static string Mark(Route route, Dictionary<object, RouteOutcome>? way) =>
        way is null ? "" : !way.TryGetValue(route, out var outcome) ? "  " : outcome switch
        {
            RouteOutcome.Takes => "► ",
            RouteOutcome.PassesOn => "✓ ",
            RouteOutcome.HasNoReceiver => "• ",
            _ => "✗ ",
        };
}

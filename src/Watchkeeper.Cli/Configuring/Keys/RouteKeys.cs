using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>The route tree and the rules of inhibition, with Alertmanager's keys.</summary>
internal static class RouteKeys
{
    private static readonly ListSchema Routes = new("a list of routes", () => Route!);

    /// <summary>A route.</summary>
    public static MapSchema Route { get; } = new(
        "route", "a route",
        new KeySchema("receiver", Receiver, "The receiver; without it the parent's."),
        new KeySchema(
            "matchers", MatcherKeys.List, "The matchers, which must all match; without any the route takes everything."),
        new KeySchema("match", MatcherKeys.Equal, "Labels and their values (Alertmanager's older form)."),
        new KeySchema("match_re", MatcherKeys.Expressions, "Labels and expressions (Alertmanager's older form)."),
        new KeySchema("continue", Formats.Flag, "Whether the routes after this one are tried too. Default: false."),
        new KeySchema(
            "group_by", new ListSchema("a list of labels", Label),
            "The labels by which messages are told together; `...` for all, an empty list for one group. Without it above either, "
            + "each message goes by itself."),
        new KeySchema(
            "group_wait", Formats.Duration, "How long the first message of a group waits for others. Default: 30s."),
        new KeySchema(
            "group_interval", Formats.PositiveDuration, "The time between two messages of a group. Default: 5m."),
        new KeySchema(
            "repeat_interval", Formats.PositiveDuration,
            "The time between two reminders of what nobody has acknowledged. Default: 4, 8, 16 … hours, at most a week."),
        new KeySchema(
            "mute_time_intervals", new ListSchema("a list of names", Formats.Name), "Time intervals in which it is quiet."),
        new KeySchema(
            "active_time_intervals", new ListSchema("a list of names", Formats.Name), "Time intervals in which alone it tells."),
        new KeySchema("routes", Routes, "The routes below, tried in order."));

    /// <summary>A rule of inhibition.</summary>
    public static MapSchema Inhibition { get; } = new(
        "inhibit_rule", "a rule of inhibition",
        new KeySchema("name", Formats.Name, "What messages and `why` call the rule; without it they show its matchers."),
        new KeySchema("source_matchers", MatcherKeys.List, "What explains other incidents."),
        new KeySchema("source_match", MatcherKeys.Equal, "The same in Alertmanager's older form."),
        new KeySchema("source_match_re", MatcherKeys.Expressions, "The same in Alertmanager's older form."),
        new KeySchema("target_matchers", MatcherKeys.List, "What is quiet meanwhile."),
        new KeySchema("target_match", MatcherKeys.Equal, "The same in Alertmanager's older form."),
        new KeySchema("target_match_re", MatcherKeys.Expressions, "The same in Alertmanager's older form."),
        new KeySchema("equal", new ListSchema("a list of labels", Label), "Labels that must be equal in both."));

    /// <summary>The list of rules.</summary>
    public static KeySchema Inhibitions { get; } = new(
        "inhibit_rules", new ListSchema("a list of rules", Inhibition), "Which incidents keep others quiet.");

    /// <summary>What an address gets in a storm.</summary>
    public static KeySchema StormCap { get; } = new(
        "storm_cap", new MapSchema(
            "storm_cap", "a cap",
            new KeySchema("burst", new NumberSchema(0, 100), "How many messages go one by one, the last of them kept for what begins or becomes critical; 0 for no cap. Default: 5."),
            new KeySchema("interval", Formats.PositiveDuration, "The time after which one more becomes free, and what waits goes as one. Default: 1m.")),
        "How many messages an address gets before others are put together.");

    // An empty name inherits the parent's receiver, as for Alertmanager.
    private static TextSchema Receiver => new("the name of a receiver", Formats.Name.Refuse) { MayBeEmpty = true };

    private static TextSchema Label => new("the name of a label", Formats.RefuseLabel);
}

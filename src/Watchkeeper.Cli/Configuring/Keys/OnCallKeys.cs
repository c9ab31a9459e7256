using System.Collections.Immutable;
using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>
/// What is read and checked, and has no effect yet: escalations, on-call, heartbeats, damping.
/// </summary>
internal static class OnCallKeys
{
    private const string Later = "is checked and kept; it has no effect in this version";

    private static readonly MapSchema Silences = new(
        "silences", "defaults of silences",
        new KeySchema("default_duration", Formats.PositiveDuration, "How long a silence lasts that names no end. Without it each must name one."),
        new KeySchema("max_duration", Formats.PositiveDuration, "The longest time for which a silence is added, or extended from then on. Default: a year."),
        new KeySchema("announce", Formats.Duration, "How long before its end a silence is announced while what it keeps quiet fires; a shorter one after three quarters of it. Default: 15m. 0 announces none."));

    private static readonly MapSchema Step = new(
        "escalation_step", "a step",
        new KeySchema("after", Formats.PositiveDuration, "How long nobody has acknowledged.") { IsRequired = true },
        new KeySchema("receiver", Formats.Name, "Who is told then.") { IsRequired = true });

    private static readonly MapSchema Escalation = new(
        "escalation", "an escalation",
        new KeySchema("name", Formats.Name, "Its name.") { IsRequired = true },
        new KeySchema("matchers", MatcherKeys.List, "The incidents that it is for; without any all of them."),
        new KeySchema("steps", new ListSchema("a list of steps", Step) { MinItems = 1 }, "The steps.") { IsRequired = true });

    private static readonly MapSchema Person = new(
        "oncall_person", "a person",
        new KeySchema("name", Formats.Name, "The name.") { IsRequired = true },
        new KeySchema("receiver", Formats.Name, "How the person is reached.") { IsRequired = true });

    private static readonly MapSchema OnCall = new(
        "oncall", "a rotation",
        new KeySchema("name", Formats.Name, "Its name, a receiver for routes.") { IsRequired = true },
        new KeySchema("time_zone", Formats.TimeZone, "The time zone of its handovers."),
        new KeySchema("start", Formats.Until, "When the first person's first shift begins.") { IsRequired = true },
        new KeySchema("shift", Formats.PositiveDuration, "How long a shift lasts.") { IsRequired = true },
        new KeySchema("people", new ListSchema("a list of people", Person) { MinItems = 1 }, "In turn.") { IsRequired = true });

    private static readonly MapSchema Heartbeat = new(
        "heartbeat", "a heartbeat",
        new KeySchema("name", Formats.Name, "Its name.") { IsRequired = true },
        new KeySchema("every", Formats.PositiveDuration, "How often a sign of life is expected.") { IsRequired = true },
        new KeySchema("grace", Formats.Duration, "How late it may be."),
        new KeySchema("severity", Formats.Severity, "The severity of its absence."),
        new KeySchema("service", Formats.Name, "The service that it is of."));

    private static readonly MapSchema Damping = new(
        "damping", "a rule of damping",
        new KeySchema("matchers", MatcherKeys.List, "The incidents that it is for; without any all of them."),
        new KeySchema("changes", new NumberSchema(2, 1000), "How many changes are too many.") { IsRequired = true },
        new KeySchema("within", Formats.PositiveDuration, "Within which time.") { IsRequired = true },
        new KeySchema("quiet", Formats.PositiveDuration, "How long it must then be steady."));

    /// <summary>The keys.</summary>
    public static ImmutableArray<KeySchema> All { get; } =
    [
        new KeySchema("silences", Silences, "How long silences last that people add."),
        Kept("escalations", new ListSchema("a list of escalations", Escalation), "Who is told when nobody acknowledges."),
        Kept("oncall", new ListSchema("a list of rotations", OnCall), "Who is on call when."),
        Kept("heartbeats", new ListSchema("a list of heartbeats", Heartbeat), "Signs of life that must come."),
        Kept("damping", new ListSchema("a list of rules", Damping), "When changes to and fro count as one."),
    ];

    private static KeySchema Kept(string name, ValueSchema value, string description) =>
        new(name, value, description) { Note = Later };
}

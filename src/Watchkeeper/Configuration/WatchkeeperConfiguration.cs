using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration;

/// <summary>All configuration that decisions use, besides the slot, the signal and the time.</summary>
public sealed record WatchkeeperConfiguration
{
    /// <summary>Coordinated Universal Time.</summary>
    public const string Utc = "UTC";

    /// <summary>The severity rules.</summary>
    public SeverityRules Severity { get; init; } = SeverityRules.Default;

    /// <summary>The time limits of incidents.</summary>
    public LifecycleOptions Lifecycle { get; init; } = new();

    /// <summary>The root of the route tree.</summary>
    public required Route Route { get; init; }

    /// <summary>What keeps incidents quiet. Default: nothing.</summary>
    public QuietRules Quiet { get; init; } = QuietRules.None;

    /// <summary>How long silences last usually and at most, for those who add one.</summary>
    public SilenceLimits Silences { get; init; } = SilenceLimits.None;

    /// <summary>How many messages an address gets before others are put together.</summary>
    public StormCap StormCap { get; init; } = StormCap.Default;

    /// <summary>The receivers by name.</summary>
    public required ImmutableDictionary<string, Receiver> Receivers { get; init; }

    /// <summary>
    /// The topics that the template's parameters name, whoever the receivers are. An alarm that notifies one of them is
    /// Watchkeeper's own, or tells the same people already.
    /// </summary>
    public ImmutableHashSet<string> OwnTopics { get; private init; } = [];

    /// <summary>What the readers of receivers prefer, by the receiver's name. Default: what the configuration says.</summary>
    public ImmutableDictionary<string, ReaderPreferences> Readers { get; init; } =
        ImmutableDictionary.Create<string, ReaderPreferences>(StringComparer.Ordinal);

    /// <summary>The application's services. Default: none.</summary>
    public Topology Services { get; init; } = Topology.None;

    /// <summary>The settings of detections. Default: none.</summary>
    public DetectionSettings Detections { get; init; } = DetectionSettings.None;

    /// <summary>The settings of audits. Default: none.</summary>
    public AdvisorSettings Advisor { get; init; } = AdvisorSettings.None;

    /// <summary>The limits of reactions.</summary>
    public ReactionOptions Reactions { get; init; } = new();

    /// <summary>Where Watchkeeper runs; it queries and changes nothing elsewhere. Default: unknown.</summary>
    public Home Home { get; init; } = Home.Unknown;

    /// <summary>
    /// The ARNs of the roles that Watchkeeper's functions act with, to tell its own acts from others'. Default: none are known.
    /// </summary>
    public ImmutableArray<string> OwnRoles { get; init; } = [];

    /// <summary>The language of messages.</summary>
    public Locale Locale { get; init; } = Locale.English;

    /// <summary>
    /// The readers' time zone, which messages show beside UTC: a name of the IANA database, such as <c>Europe/Berlin</c>.
    /// Default: <see cref="Utc"/>, which stands alone.
    /// </summary>
    public string TimeZone { get; init; } = Utc;

    /// <summary>Retention of timelines and ledgers. Default: 400 days.</summary>
    public TimeSpan HistoryRetention { get; init; } = TimeSpan.FromDays(400);

    /// <summary>What every decision records as its configuration (<see cref="WithVersion"/>); null records nothing.</summary>
    public string? Version => Lifecycle.Version;

    /// <summary>The same configuration with its version, so that decisions record it.</summary>
    /// <param name="detections">
    /// The version of the detections in force; empty for a function that evaluates none.
    /// </param>
    public WatchkeeperConfiguration WithVersion(string detections = "") => this with
    {
        Lifecycle = Lifecycle with { Version = ConfigurationVersion.Join(ConfigurationVersion.Of(this), detections) },
    };

    /// <summary>The same configuration with the version that leads to the one that was applied.</summary>
    /// <param name="applied">The applied version that this configuration was read from.</param>
    /// <param name="parameters">The configuration of the function's parameters alone.</param>
    /// <param name="detections">
    /// The version of the detections in force; empty for a function that evaluates none.
    /// </param>
    public WatchkeeperConfiguration WithVersionOf(
        AppliedConfiguration applied, WatchkeeperConfiguration parameters, string detections = "")
    {
        ArgumentNullException.ThrowIfNull(applied);
        var version = ConfigurationVersion.Applied(applied.Hash, ConfigurationVersion.Of(parameters), detections);
        return this with { Lifecycle = Lifecycle with { Version = version } };
    }

    /// <summary>
    /// The defaults: every incident is recorded, and every incident of severity high and above notifies all <paramref
    /// name="channels"/>. A planned change within 30 days is told by mail alone, which wakes nobody.
    /// </summary>
    public static WatchkeeperConfiguration Default(params ImmutableArray<Channel> channels) => new()
    {
        OwnTopics = channels.Where(channel => channel.Kind is ChannelKind.Sns).Select(channel => channel.Address)
            .ToImmutableHashSet(StringComparer.Ordinal),
        Route = new Route
        {
            Routes =
            [
                new Route { Receiver = "default", Matchers = [new Matcher("severity", MatchOperator.Regex, "high|critical")] },
                new Route
                {
                    Receiver = "planned",
                    Matchers =
                    [
                        new Matcher("kind", MatchOperator.Equal, SignalKind.HealthScheduledChange.ToKebabCase()),
                        new Matcher("severity", MatchOperator.Equal, Signals.Severity.Medium.ToKebabCase()),
                    ],
                },
            ],
        },
        Receivers = ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create("default", new Receiver("default", channels)),
                KeyValuePair.Create(
                    "planned", new Receiver("planned", [.. channels.Where(channel => channel.Kind is ChannelKind.Mail)])),
            ]),
    };

    /// <summary>The configuration in the language and time zone of a receiver's readers.</summary>
    public WatchkeeperConfiguration ReadBy(string receiver) => Readers.TryGetValue(receiver, out var readers)
        ? this with { Locale = readers.Locale ?? Locale, TimeZone = readers.TimeZone ?? TimeZone }
        : this;

    /// <summary>
    /// Whether anybody is notified of incidents with these labels: a route matches, and its receiver has a channel.
    /// </summary>
    public bool Reaches(LabelSet labels) =>
        Route.Match(labels).Any(name => Receivers.GetValueOrDefault(name) is { Channels.IsEmpty: false });

    /// <summary>
    /// When reminders of incidents with these labels are due, for those who want them most often; null if nobody is notified.
    /// </summary>
    public ReminderSchedule? RemindersOf(LabelSet labels)
    {
        if (!Route.Repeats)
            return Reaches(labels) ? Lifecycle.Reminders : null;
        var routes = Route.Takers(labels)
            .Where(taker => Receivers.GetValueOrDefault(taker.Receiver) is { Channels.IsEmpty: false })
            .Select(taker => taker.Route).ToList();
        if (routes.Count == 0)
            return null;
        return routes.Exists(route => route.RepeatInterval is not null)
            ? Lifecycle.Reminders with { Every = routes.Min(route => route.RepeatInterval ?? Lifecycle.Reminders.First) }
            : Lifecycle.Reminders;
    }
}

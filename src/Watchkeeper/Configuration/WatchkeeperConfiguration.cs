using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Configuration;

/// <summary>Everything that decisions go by, besides the slot, the signal and the time.</summary>
public sealed record WatchkeeperConfiguration
{
    /// <summary>How bad a signal is.</summary>
    public SeverityRules Severity { get; init; } = SeverityRules.Default;

    /// <summary>The times of an incident's life.</summary>
    public LifecycleOptions Lifecycle { get; init; } = new();

    /// <summary>The root of the route tree.</summary>
    public required Route Route { get; init; }

    /// <summary>The receivers, by name.</summary>
    public required ImmutableDictionary<string, Receiver> Receivers { get; init; }

    /// <summary>The limits of reactions.</summary>
    public ReactionOptions Reactions { get; init; } = new();

    /// <summary>Where Watchkeeper itself runs; nothing elsewhere is asked or changed. Default: not known.</summary>
    public Home Home { get; init; } = Home.Unknown;

    /// <summary>The language of messages.</summary>
    public Locale Locale { get; init; } = Locale.English;

    /// <summary>How long timelines and ledgers are kept. Default: 400 days.</summary>
    public TimeSpan HistoryRetention { get; init; } = TimeSpan.FromDays(400);

    /// <summary>
    /// The defaults: everything is recorded, and everything of severity high and above goes to all of
    /// <paramref name="channels"/>.
    /// </summary>
    public static WatchkeeperConfiguration Default(params ImmutableArray<Channel> channels) => new()
    {
        Route = new Route
        {
            Routes =
            [
                new Route { Receiver = "default", Matchers = [new Matcher("severity", MatchOperator.Regex, "high|critical")] },
            ],
        },
        Receivers = ImmutableDictionary.CreateRange(
            StringComparer.Ordinal, [KeyValuePair.Create("default", new Receiver("default", channels))]),
    };
}

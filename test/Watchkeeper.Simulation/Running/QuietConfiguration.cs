using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>A configuration in which other incidents and time intervals keep messages back.</summary>
internal static class QuietConfiguration
{
    private const string Maintenance = "maintenance";
    private const string Night = "night";

    /// <summary>
    /// Mail has a route of its own with windows. Status checks explain CPU alarms; CPU alarms and issues of AWS explain each other,
    /// which keeps neither quiet; the orders depend on the database. Mail is grouped in half of the histories, and where a storm is
    /// about groups.
    /// </summary>
    public static WatchkeeperConfiguration From(WatchkeeperConfiguration usual, HistoryPlan plan)
    {
        var (chance, together) = (new Chance(Chance.Seed(plan.Seed, 14)), new Chance(Chance.Seed(plan.Seed, 15)));
        var isTogether = together.Below(2) == 0 || plan.Kind is HistoryKind.Sweeps or HistoryKind.Versions;
        var severe = usual.Route.Routes[0];
        var receiver = usual.Receivers[severe.Receiver!];
        return usual with
        {
            Route = usual.Route with
            {
                Routes =
                [
                    severe with { Continue = true },
                    severe with
                    {
                        Receiver = Night,
                        MuteTimeIntervals = [Maintenance],
                        Grouping = isTogether ? Together(together) : null,
                    },
                    .. usual.Route.Routes.Skip(1),
                ],
            },
            Receivers = usual.Receivers
                .SetItem(receiver.Name, receiver with { Channels = [.. receiver.Channels.Where(channel => !IsMail(channel))] })
                .Add(Night, receiver with { Name = Night, Channels = [.. receiver.Channels.Where(IsMail)] }),
            Quiet = plan.Kind is HistoryKind.Windows ? AtEdges(EdgeOfDay.For(plan.Seed), chance) : Rules(chance),
            Services = new Topology(
            [
                new Service { Name = "orders", DependsOn = ["database"], Belongings = [new(BelongingKind.Name, "shop-1*")] },
                new Service { Name = "database", Belongings = [new(BelongingKind.Name, "shop-2*")] },
            ]),
        };
    }

    /// <summary>Windows, and which incidents explain others.</summary>
    public static QuietRules Rules(Chance chance) => Rules([Window(chance), Window(chance)], chance);

    /// <summary>How messages are put together.</summary>
    public static GroupSettings Together(Chance chance) => new()
    {
        By = chance.Below(3) switch
        {
            0 => [],
            1 => ["service"],
            _ => ["kind", "severity"],
        },
        Wait = TimeSpan.FromSeconds(chance.Below(3) == 0 ? 0 : chance.Below(45)),
        Interval = TimeSpan.FromSeconds(30 + chance.Below(300)),
    };

    private static QuietRules AtEdges(EdgeOfDay day, Chance chance) =>
        Rules([new TimeInterval { Times = [.. day.Times], Zone = day.Zone }], chance);

    private static QuietRules Rules(ImmutableArray<TimeInterval> windows, Chance chance) => new()
    {
        Intervals = ImmutableDictionary.Create<string, ImmutableArray<TimeInterval>>(StringComparer.Ordinal).Add(Maintenance, windows),
        Inhibitions = new InhibitRules(
        [
            Rule("status-check", "cpu", chance), Rule("cpu", "health-issue", chance), Rule("health-issue", "cpu", chance),
        ]),
    };

    private static bool IsMail(Channel channel) => channel.Kind is ChannelKind.Mail;

    // Histories begin at six o'clock.
    private static TimeInterval Window(Chance chance)
    {
        var begin = (6 * 60) + chance.Below(180);
        return new TimeInterval { Times = [new NumberRange(begin, begin + 1 + chance.Below(40))] };
    }

    private static InhibitRule Rule(string source, string target, Chance chance) => new(
        [new Matcher("kind", MatchOperator.Equal, source)],
        [new Matcher("kind", MatchOperator.Equal, target)],
        chance.Below(2) == 0 ? ["service"] : []);
}

using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Running;

/// <summary>A configuration in which other incidents and time intervals keep messages back.</summary>
internal static class QuietConfiguration
{
    private const string Maintenance = "maintenance";
    private const string Night = "night";

    /// <summary>
    /// Mail has a route of its own with windows. Status checks explain CPU alarms; CPU alarms and issues of AWS explain each other,
    /// which keeps neither quiet; the orders depend on the database. Mail is grouped in half of the histories.
    /// </summary>
    public static WatchkeeperConfiguration From(WatchkeeperConfiguration usual, ulong seed)
    {
        var (chance, together) = (new Chance(Chance.Seed(seed, 14)), new Chance(Chance.Seed(seed, 15)));
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
                        Grouping = together.Below(2) == 0 ? Together(together) : null,
                    },
                    .. usual.Route.Routes.Skip(1),
                ],
            },
            Receivers = usual.Receivers
                .SetItem(receiver.Name, receiver with { Channels = [.. receiver.Channels.Where(channel => !IsMail(channel))] })
                .Add(Night, receiver with { Name = Night, Channels = [.. receiver.Channels.Where(IsMail)] }),
            Quiet = new QuietRules
            {
                Intervals = ImmutableDictionary.Create<string, ImmutableArray<TimeInterval>>(StringComparer.Ordinal)
                    .Add(Maintenance, [Window(chance), Window(chance)]),
                Inhibitions = new InhibitRules(
                [
                    Rule("status-check", "cpu", chance), Rule("cpu", "health-issue", chance), Rule("health-issue", "cpu", chance),
                ]),
            },
            Services = new Topology(
            [
                new Service { Name = "orders", DependsOn = ["database"], Belongings = [new(BelongingKind.Name, "shop-1*")] },
                new Service { Name = "database", Belongings = [new(BelongingKind.Name, "shop-2*")] },
            ]),
        };
    }

    private static GroupSettings Together(Chance chance) => new()
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

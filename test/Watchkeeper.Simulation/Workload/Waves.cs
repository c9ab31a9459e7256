using System.Collections.Immutable;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Workload;

/// <summary>Storms of events of several kinds, thick where what they strain happens.</summary>
internal static class Waves
{
    public static ImmutableArray<Occasion> For(HistoryKind kind, int events, DateTimeOffset start, ulong seed, Chance chance, Sources sources)
    {
        var (moments, spread) = kind switch
        {
            HistoryKind.Windows => (EdgeOfDay.For(seed).Edges, TimeSpan.FromMinutes(4)),
            HistoryKind.Sweeps => (Each(start, 2, 30), TimeSpan.FromSeconds(8)),
            HistoryKind.Outages => (Each(start, 5, 75), TimeSpan.FromMinutes(3)),
            _ => (Each(start, 2, 40), TimeSpan.FromMinutes(1)),
        };
        var things = Math.Clamp(events / 8, 4, 40);
        var occasions = ImmutableArray.CreateBuilder<Occasion>(events + 8);
        var times = Enumerable.Range(0, events).Select(_ => moments[chance.Below(moments.Length)] + chance.Between(-spread, spread))
            .Select(at => at < start ? start : at).Order().ToList();
        foreach (var at in times)
        {
            occasions.AddRange(Send(at).Select(account => new Occasion.Sent(at, account)));
            if (occasions.Count >= events)
                break;
        }

        return occasions.ToImmutable();

        IEnumerable<EventAccount> Send(DateTimeOffset at) => chance.Below(20) switch
        {
            < 16 => sources.Alarm(chance.Below(things), at),
            < 19 => [sources.Call(chance.Below(4), at)],
            _ => [sources.Health(chance.Below(6), at)],
        };
    }

    private static ImmutableArray<DateTimeOffset> Each(DateTimeOffset start, int minutes, int until) =>
        [.. Enumerable.Range(1, until / minutes).Select(i => start.AddMinutes(i * minutes))];
}

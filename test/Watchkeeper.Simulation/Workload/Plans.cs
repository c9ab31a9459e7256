using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Workload;

/// <summary>The kind of a history.</summary>
internal enum HistoryKind
{
    /// <summary>A few sources that send events of all kinds.</summary>
    Mixed,

    /// <summary>One short story of each kind, for faults at every step.</summary>
    Canonical,

    /// <summary>
    /// One finding is flagged, suppressed, taken in again and resolved, with an audit after each change; for faults at every
    /// step.
    /// </summary>
    Audited,

    /// <summary>One finding changes in any order, with notifications and an audit after some changes.</summary>
    AuditedAnyhow,

    /// <summary>Each event comes from another alarm, all in one minute.</summary>
    StormOfMany,

    /// <summary>All events come from one alarm, in one minute.</summary>
    StormOfOne,

    /// <summary>All events are relevant API calls on one trail, in one minute.</summary>
    StormOfCalls,

    /// <summary>The same, each by another actor.</summary>
    StormOfActors,

    /// <summary>Bursts of calls that a threshold counts, each near it.</summary>
    Bursts,

    /// <summary>One alarm changes its state once a minute.</summary>
    Flapping,

    /// <summary>The status checks of all instances fail within half a second and pass again ten minutes later.</summary>
    Blackouts,

    /// <summary>The same with all CPU alarms of the groups, four alarms to a group.</summary>
    Surges,

    /// <summary>Silences begin, overlap, are extended and end while what they match fires.</summary>
    Silences,

    /// <summary>Groups wait while sweeps come twice at once, and timers twice, late or never.</summary>
    Sweeps,

    /// <summary>Events around the edges of windows, by clocks that are apart, also in nights in which the clock is put.</summary>
    Windows,

    /// <summary>Versions that group, keep quiet and cap otherwise are applied while messages wait.</summary>
    Versions,

    /// <summary>A channel takes nothing for an hour.</summary>
    Outages,
}

/// <summary>Plans everything that happens in the application during one history.</summary>
internal static class Plans
{
    public static ImmutableArray<Occasion> For(HistoryKind kind, int events, DateTimeOffset start, ulong seed)
    {
        var chance = new Chance(Chance.Seed(seed, 1));
        var sources = new Sources(chance, seed);
        return kind switch
        {
            HistoryKind.Canonical => Canonical(sources, start),
            HistoryKind.Audited => Audited(start),
            HistoryKind.AuditedAnyhow => AuditedAnyhow(start, chance),
            HistoryKind.StormOfMany =>
                Storm(events, start, (number, at) => sources.Alarm(Sources.AlarmOf(number), "ALARM", "OK", at)),
            HistoryKind.StormOfOne => Storm(events, start, (_, at) => sources.Alarm(Sources.AlarmOf(0), "ALARM", "OK", at)),
            HistoryKind.StormOfCalls => Storm(events, start, (_, at) => [sources.Stop("shop-0-trail", at)]),
            HistoryKind.StormOfActors =>
                Storm(events, start, (number, at) => [sources.StopByAnybody("shop-0-trail", number, at)]),
            HistoryKind.Bursts => Bursts(events, start, seed),
            HistoryKind.Flapping => [.. Enumerable.Range(0, events).SelectMany(number => Sent(
                start.AddMinutes(number),
                sources.Alarm(
                    Sources.AlarmOf(0), number % 2 == 0 ? "ALARM" : "OK", number % 2 == 0 ? "OK" : "ALARM",
                    start.AddMinutes(number))))],
            HistoryKind.Blackouts => AtOnce(Sources.StatusAlarms, events, start, chance, sources),
            HistoryKind.Surges => AtOnce(Sources.CpuAlarms, events, start, chance, sources),
            >= HistoryKind.Silences => Waves.For(kind, events, start, seed, chance, sources),
            _ => [.. Mixed(events, start, chance, sources), .. SomeBursts(start, seed)],
        };
    }

    private static ImmutableArray<Occasion> Mixed(int events, DateTimeOffset start, Chance chance, Sources sources)
    {
        var minutes = chance.Below(12) == 0 ? chance.Between(600, 3_000) : chance.Pick(10, 30, 60, 120, 240);
        var things = 2 + chance.Below(Math.Clamp(events / 15, 3, 60));
        var occasions = ImmutableArray.CreateBuilder<Occasion>(events + 32);
        ImmutableArray<DateTimeOffset> times =
        [
            .. Enumerable.Range(0, events).Select(_ => start.AddMilliseconds(chance.Between(0, minutes * 60_000))).Order(),
        ];
        for (var i = 0; occasions.Count < events; i++)
        {
            var at = times[Math.Min(i, events - 1)];
            occasions.AddRange(Sent(at, chance.Below(100) switch
            {
                < 66 => sources.Alarm(chance.Below(things), at),
                < 69 => [sources.Delete(chance.Below(things), at)],
                < 70 => [sources.Terminate(chance.Below(Scaling.Groups), chance.Below(4), at)],
                < 85 when chance.Below(40) == 0 => sources.StopByMany(chance.Below(1 + (things / 4)), at),
                < 85 => [sources.Call(chance.Below(1 + (things / 4)), at)],
                < 95 => [sources.Health(chance.Below(1 + (things / 5)), at)],
                _ => [sources.Odd(at)],
            }));
        }

        for (var i = 0; i < 6; i++)
        {
            var changed = start.AddMinutes(chance.Between(0, minutes));
            occasions.Add(new Occasion.Audited(changed));
            // An audit of its own finds every other change at once; the next audit finds the others together.
            occasions.Add(
                new Occasion.AuditDue(i % 2 == 0 ? changed.AddSeconds(20) : start.AddMinutes(chance.Between(0, minutes))));
        }

        for (var i = 0; i < 3; i++)
            occasions.Add(new Occasion.Acknowledged(start.AddMinutes(chance.Between(0, minutes)), chance.Below(1_000)));
        return occasions.ToImmutable();
    }

    // By chances of their own, so that other histories stay as they were.
    private static ImmutableArray<Occasion> SomeBursts(DateTimeOffset start, ulong seed)
    {
        var chance = new Chance(Chance.Seed(seed, 10));
        return chance.Below(4) == 0 ? Bursts(20 * (1 + chance.Below(3)), start, seed) : [];
    }

    private static ImmutableArray<Occasion> Bursts(int events, DateTimeOffset start, ulong seed)
    {
        var chance = new Chance(Chance.Seed(seed, 11));
        var trials = new RoleTrials(chance, seed);
        var occasions = ImmutableArray.CreateBuilder<Occasion>(events + 20);
        while (occasions.Count < events)
            occasions.AddRange(trials.Burst(start.AddSeconds(chance.Below(1_800))));
        return occasions.ToImmutable();
    }

    private static ImmutableArray<Occasion> Canonical(Sources sources, DateTimeOffset start) =>
    [
        .. Sent(start.AddSeconds(1), sources.Alarm(Sources.AlarmOf(0), "ALARM", "OK", start).Take(1)),
        .. Sent(start.AddSeconds(90), sources.Alarm(Sources.AlarmOf(0), "OK", "ALARM", start.AddSeconds(89)).Take(1)),
    ];

    // Twice: an audit that failed retries before the next change, and after it.
    private static ImmutableArray<Occasion> Audited(DateTimeOffset start)
    {
        ImmutableArray<Func<DateTimeOffset, Occasion>> changes =
        [
            at => new Occasion.Rated(at, FindingStatus.Error),
            at => new Occasion.LeftOut(at, true),
            at => new Occasion.LeftOut(at, false),
            at => new Occasion.Rated(at, FindingStatus.Warning),
            at => new Occasion.LeftOut(at, true),
            at => new Occasion.Rated(at, FindingStatus.Ok),
            at => new Occasion.Rated(at, FindingStatus.Error),
            at => new Occasion.Rated(at, FindingStatus.Ok),
        ];
        return
        [
            .. changes.Concat(changes).SelectMany((change, i) =>
            {
                var at = start.AddMinutes(4 * i);
                return (Occasion[])[change(at), new Occasion.AuditDue(at.AddSeconds(i < changes.Length ? 60 : 210))];
            }),
        ];
    }

    private static ImmutableArray<Occasion> AuditedAnyhow(DateTimeOffset start, Chance chance)
    {
        var occasions = ImmutableArray.CreateBuilder<Occasion>();
        for (var at = start; at < start.AddHours(2); at += chance.Pick(
            TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(15)))
        {
            occasions.Add(chance.Below(7) switch
            {
                0 => new Occasion.LeftOut(at, true),
                1 => new Occasion.LeftOut(at, false),
                2 => new Occasion.Resolved(at, 0),
                _ => new Occasion.Rated(at, chance.Pick(FindingStatus.Ok, FindingStatus.Warning, FindingStatus.Error)),
            });
            if (chance.Below(3) > 0)
                occasions.Add(new Occasion.AuditDue(at.AddSeconds(chance.Pick(5, 30, 90))));
        }

        return occasions.ToImmutable();
    }

    private static ImmutableArray<Occasion> AtOnce(
        IEnumerable<int> alarms, int events, DateTimeOffset start, Chance chance, Sources sources)
    {
        var occasions = ImmutableArray.CreateBuilder<Occasion>(events + 64);
        for (var at = start; occasions.Count < events; at = at.AddMinutes(75))
        {
            foreach (var (state, before, since) in new[] { ("ALARM", "OK", at), ("OK", "ALARM", at.AddMinutes(10)) })
            {
                foreach (var number in alarms)
                {
                    var then = since.AddMilliseconds(chance.Between(0, 500));
                    occasions.AddRange(Sent(then, sources.Alarm(Sources.AlarmOf(number), state, before, then)));
                }
            }
        }

        return occasions.ToImmutable();
    }

    private static ImmutableArray<Occasion> Storm(
        int events, DateTimeOffset start, Func<int, DateTimeOffset, IEnumerable<EventAccount>> make) =>
        [.. Enumerable.Range(0, events).SelectMany(number =>
        {
            var at = start.AddMilliseconds(number * 60_000L / events);
            return Sent(at, make(number, at).Take(1));
        })];

    private static IEnumerable<Occasion> Sent(DateTimeOffset at, IEnumerable<EventAccount> accounts) =>
        accounts.Select(account => (Occasion)new Occasion.Sent(at, account));
}

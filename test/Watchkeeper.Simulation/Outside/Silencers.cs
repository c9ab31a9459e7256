using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Simulation.Workload;
using Watchkeeper.Storage;

namespace Watchkeeper.Simulation.Outside;

/// <summary>People who silence things, extend silences and end them, also in a storm.</summary>
internal sealed class Silencers
{
    private readonly World world;
    private readonly Chance chance;
    private readonly SilenceStore store;
    private readonly List<(Silence Silence, DateTimeOffset Since)> versions = [];
    private int count;

    public Silencers(World world)
    {
        this.world = world;
        chance = new Chance(Chance.Seed(world.Plan.Seed, 15));
        store = new SilenceStore(
            new RowsInHand(world.Table), world.Configuration.HistoryRetention,
            new SimulatedTime(world.Agenda, static () => TimeSpan.Zero, static () => true));
    }

    /// <summary>Spreads changes over a time.</summary>
    public void Begin(DateTimeOffset from, DateTimeOffset until)
    {
        for (var left = IsStorm ? chance.Between(30, 60) : chance.Between(3, 12); left > 0; left--)
            world.Agenda.At(from + chance.Between(TimeSpan.Zero, until - from), () => world.Watch(ChangeAsync()));
    }

    /// <summary>Whether a silence matched some labels at a time between two, by any of its versions that held then.</summary>
    public bool Kept(string id, LabelSet labels, DateTimeOffset from, DateTimeOffset until) => versions.Index().Any(each =>
        each.Item.Silence.Id == id
        && each.Item.Silence.Matches(labels)
        && each.Item.Silence.StartsAt <= until
        && each.Item.Silence.EndsAt > from
        && each.Item.Since <= until
        && !versions.Skip(each.Index + 1).Any(later => later.Silence.Id == id && later.Since < from));

    /// <summary>A silence that matches some labels and held from one time to another, whatever version somebody read; null for none.</summary>
    public Silence? KeepsAllTheTime(LabelSet labels, DateTimeOffset from, DateTimeOffset until) => versions.Index()
        .Where(each => each.Item.Since <= from && each.Item.Silence.StartsAt <= from && each.Item.Silence.EndsAt > until
            && each.Item.Silence.Matches(labels)
            && !versions.Skip(each.Index + 1).Any(later => later.Silence.Id == each.Item.Silence.Id))
        .Select(each => each.Item.Silence).FirstOrDefault();

    /// <summary>When a silence was to end, by each of its versions; never empty.</summary>
    public IReadOnlyList<DateTimeOffset> EndsOf(string id) =>
        [.. versions.Where(each => each.Silence.Id == id).Select(each => each.Silence.EndsAt)];

    /// <summary>The silences as they are now.</summary>
    public SilenceSet Now => new(store.ListAsync(CancellationToken.None).GetAwaiter().GetResult().Silences);

    /// <summary>When a version of a silence was made that ended at a time by itself; null if none did.</summary>
    public (Silence Silence, DateTimeOffset Since)? Ended(string id, DateTimeOffset now) =>
        versions.FindLastIndex(each => each.Silence.Id == id) is >= 0 and var last && versions[last].Silence.EndsAt <= now
            && versions[last].Since < versions[last].Silence.EndsAt
                ? versions[last]
                : null;

    /// <summary>Whether the table says that an end was announced.</summary>
    public bool IsAnnounced(string id, DateTimeOffset end) => Now.All
        .Concat(store.ListPastAsync(1_000, CancellationToken.None).GetAwaiter().GetResult().Silences)
        .Any(silence => silence.Id == id && silence.AnnouncedEnd == end);

    /// <summary>Ends every silence, some only after it was announced, so that whatever still fires must be told.</summary>
    /// <returns>When the last one ends.</returns>
    public async Task<DateTimeOffset> SettleAsync()
    {
        var now = world.Agenda.Now;
        var last = now;
        foreach (var silence in Now.All.Where(silence => !silence.IsOverAt(now)))
        {
            var end = chance.Below(2) == 0 ? now : now + chance.Between(TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(22));
            await ReplaceAsync(silence, end);
            last = end > last ? end : last;
        }

        return last;
    }

    // In such a storm silences begin and end all the time.
    private bool IsStorm => world.Plan.Kind is HistoryKind.Silences;

    private async Task ChangeAsync()
    {
        var now = world.Agenda.Now;
        var active = Now.All;
        switch (chance.Below(6))
        {
            case 0 when !active.IsEmpty:
                await ReplaceAsync(active[chance.Below(active.Length)], now);
                break;
            case 1 when !active.IsEmpty:
                await ReplaceAsync(
                    active[chance.Below(active.Length)], now + chance.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(30)));
                break;
            default:
                await AddAsync(now);
                break;
        }
    }

    private async Task AddAsync(DateTimeOffset now)
    {
        var silence = new Silence
        {
            Id = Silence.IdFor(now, FormattableString.Invariant($"{count++}")),
            Matchers = [Matcher()],
            StartsAt = now + (chance.Below(4) == 0 ? chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(20)) : TimeSpan.Zero),
            EndsAt = now + (IsStorm
                ? chance.Between(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20))
                : chance.Between(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(60))),
            By = "kim",
            Reason = "we know",
            ChangedAt = now,
        };
        await store.AddAsync(silence, CancellationToken.None);
        Record("a silence is added", silence);
    }

    private async Task ReplaceAsync(Silence before, DateTimeOffset end)
    {
        var after = before with { EndsAt = end, ChangedAt = world.Agenda.Now, ChangedBy = "alex", Version = before.Version + 1 };
        if (await store.ReplaceAsync(before, after, world.Agenda.Now, CancellationToken.None) is SilenceWriteResult.Written)
            Record("a silence is changed", after);
    }

    private Matcher Matcher() => chance.Below(4) switch
    {
        0 => new Matcher("kind", MatchOperator.Equal, chance.Pick("cpu", "status-check", "detection", "health-issue")),
        1 => new Matcher("service", MatchOperator.Equal, chance.Pick("orders", "database")),
        2 => new Matcher("severity", MatchOperator.Equal, "high"),
        _ => new Matcher("name", MatchOperator.Regex, chance.Pick("shop-1.*", "shop-[0-9]-.*", ".*cpu.*")),
    };

    private void Record(string what, Silence silence)
    {
        versions.Add((silence, world.Agenda.Now));
        world.Trace.Record(
            world.Agenda.Now, 0, "silence", FormattableString.Invariant($"{what}: {silence.Id} {silence.Text} until {silence.EndsAt:O}"));
    }
}

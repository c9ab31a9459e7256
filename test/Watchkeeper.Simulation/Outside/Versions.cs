using System.Globalization;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Simulation.Workload;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Configurations;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// People who apply versions of the configuration, also bad ones and two at once, and what damages the row in force.
/// </summary>
internal sealed class Versions
{
    private readonly World world;
    private readonly Chance chance;
    private readonly ConfigurationStore store;
    private readonly List<AppliedConfiguration> applied = [];
    private int teams;

    public Versions(World world)
    {
        this.world = world;
        chance = new Chance(Chance.Seed(world.Plan.Seed, 9));
        IRowTable rows = new RowsInHand(world.Table);
        store = new ConfigurationStore(
            world.Plan.Bug?.WrapOperators(rows) ?? rows,
            new SimulatedTime(world.Agenda, static () => TimeSpan.Zero, static () => true));
    }

    /// <summary>What people were told that they applied, in order.</summary>
    public IReadOnlyList<AppliedConfiguration> Applied => applied;

    /// <summary>The configuration in force, once every process has seen the last version.</summary>
    public WatchkeeperConfiguration Last => Good.LastOrDefault(world.Configuration);

    /// <summary>The configurations that anybody may ever have decided by.</summary>
    public IEnumerable<WatchkeeperConfiguration> All => Good.Prepend(world.Configuration);

    /// <summary>How every process reads a version.</summary>
    public ReadConfiguration Read => world.Plan.Kind is HistoryKind.Versions ? VariedConfiguration.Read : SampleFile.Read;

    private IEnumerable<WatchkeeperConfiguration> Good =>
        applied.Select(version => Read(version.Content, world.Configuration).Configuration).OfType<WatchkeeperConfiguration>();

    /// <summary>Spreads changes over a time.</summary>
    public void Begin(DateTimeOffset from, DateTimeOffset until)
    {
        for (var left = chance.Between(3, 20); left > 0; left--)
            world.Agenda.At(from + chance.Between(TimeSpan.Zero, until - from), () => world.Watch(ChangeAsync()));
    }

    /// <summary>Applies a good version, so that nothing is broken any longer.</summary>
    public async Task SettleAsync() => await ApplyAsync(await LatestAsync(), Team());

    private async Task ChangeAsync()
    {
        var latest = await LatestAsync();
        switch (chance.Below(12))
        {
            case 0 when latest is not null:
                Record("the row of the version in force is damaged", latest);
                world.Table.Write(new RowPut(ConfigurationItem.WriteEntry(Keys.ConfigurationHead, latest)));
                break;
            case 1 when latest is not null:
                Record("the row of the version in force is deleted", latest);
                world.Table.Write(new RowDelete(Keys.ConfigurationHead));
                break;
            case 2:
                await ApplyAsync(latest, "{}"u8.ToArray());
                break;
            case 3 or 4 or 5:
                // Both have read the same version.
                await ApplyAsync(latest, Team());
                await ApplyAsync(latest, Team());
                break;
            case 6 or 7 when latest is not null:
                await RollBackAsync(latest);
                break;
            default:
                await ApplyAsync(latest, Team());
                break;
        }
    }

    private async Task RollBackAsync(AppliedConfiguration latest)
    {
        var former = await store.ReadVersionAsync(chance.Between(1, latest.Number), CancellationToken.None);
        if (former is not null)
            Take(await store.RollBackAsync(latest, former, "alex", world.Agenda.Now, CancellationToken.None));
    }

    private async Task ApplyAsync(AppliedConfiguration? latest, byte[] content) =>
        Take(await store.ApplyAsync(latest, content, "kim", "", world.Agenda.Now, CancellationToken.None));

    private void Take(ConfigurationApplyResult result)
    {
        if (result is not ConfigurationApplyResult.Applied { Version: var version })
            return;
        applied.Add(version);
        Record("a version is applied", version);
    }

    private Task<AppliedConfiguration?> LatestAsync() => store.ReadLatestAsync(CancellationToken.None);

    private byte[] Team() => SampleFile.Write(string.Create(CultureInfo.InvariantCulture, $"team-{++teams}"));

    private void Record(string what, AppliedConfiguration version) =>
        world.Trace.Record(world.Agenda.Now, 0, "configuration", FormattableString.Invariant($"{what}: {version.Number}"));
}

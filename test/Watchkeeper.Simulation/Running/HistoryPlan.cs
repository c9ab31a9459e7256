using Watchkeeper.Reactions;
using Watchkeeper.Simulation.Bugs;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>Everything that determines one history: equal plans give equal histories, byte for byte.</summary>
internal sealed record HistoryPlan
{
    public required ulong Seed { get; init; }

    public int Events { get; init; } = 1_000;

    public HistoryKind Kind { get; init; }

    /// <summary>When it begins, at a whole minute.</summary>
    public DateTimeOffset Begin { get; init; } = Agenda.UsualBegin;

    public required Odds Odds { get; init; }

    public ReactionMode Mode { get; init; } = ReactionMode.Auto;

    public int PerHour { get; init; } = 10;

    public TimeSpan Cooldown { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the history ends with a quiet day, so that incidents expire.</summary>
    public bool EndsQuietly { get; init; }

    /// <summary>Whether the global stop of reactions is set.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether half of each group is out of service and the groups are near their maximum.</summary>
    public bool IsTight { get; init; }

    /// <summary>Whether people apply versions of the configuration.</summary>
    public bool HasVersions { get; init; }

    /// <summary>Whether people are told in a chat room too, which is down or replaced now and then, and others in its place.</summary>
    public bool HasChat { get; init; }

    /// <summary>Whether silences, other incidents and time intervals keep messages back.</summary>
    public bool HasQuiet { get; init; }

    /// <summary>Faults at given steps; null for random ones.</summary>
    public IFaultPlan? Faults { get; init; }

    /// <summary>The indexes of omitted occasions: a shrunk history.</summary>
    public IReadOnlySet<int>? Without { get; init; }

    /// <summary>A seeded bug, to test the simulator.</summary>
    public ISeededBug? Bug { get; init; }

    /// <summary>A history that strains one thing.</summary>
    public static HistoryPlan Storm(HistoryKind kind, ulong seed, int events) =>
        NamedStorms.Prepare(Random(seed, events) with { Kind = kind });

    /// <summary>The random history of a seed.</summary>
    public static HistoryPlan Random(ulong seed, int events)
    {
        var chance = new Chance(Chance.Seed(seed, 4));
        var circumstances = new Chance(Chance.Seed(seed, 5));
        var mails = new Chance(Chance.Seed(seed, 8));
        var odds = Odds.Draw(chance) with
        {
            Outage = circumstances.Below(8) == 0 ? Outage.Draw(circumstances) : null,
            Returned = mails.Below(3) == 0 ? 0 : (int)mails.Between(0, 300_000),
        };
        return new HistoryPlan
        {
            Seed = seed,
            Events = events,
            // Metrics add up only if no fault hits the functions that count.
            Odds = new Chance(Chance.Seed(seed, 7)).Below(6) == 0 ? odds.WithoutHurt() : odds,
            Mode = chance.Below(10) switch { 0 => ReactionMode.Off, 1 or 2 => ReactionMode.DryRun, _ => ReactionMode.Auto },
            PerHour = chance.Pick(1, 3, 10, 1_000),
            Cooldown = new Chance(Chance.Seed(seed, 6)).Below(3) == 0 ? ReactionOptions.MinCooldown : TimeSpan.FromMinutes(10),
            EndsQuietly = chance.Below(10) == 0,
            IsStopped = circumstances.Below(20) == 0,
            IsTight = circumstances.Below(4) == 0,
            HasVersions = new Chance(Chance.Seed(seed, 10)).Below(3) == 0,
            HasChat = new Chance(Chance.Seed(seed, 11)).Below(3) == 0,
            HasQuiet = new Chance(Chance.Seed(seed, 13)).Below(3) == 0,
        };
    }
}

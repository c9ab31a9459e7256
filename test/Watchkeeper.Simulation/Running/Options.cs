using System.Globalization;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Running;

/// <summary>The options of the command line.</summary>
internal sealed record Options
{
    public const string Usage =
        """
        Runs Watchkeeper's own handlers in a simulated world, and checks after every step what it promises.

          --seed S       the first seed (default 1); alone: this one history
          --seeds N      how many histories (default 1000)
          --events N     events in each (default 1000)
          --trace        write what happens, in order
          --steps WHICH  faults at every step of a short history: single, or pairs
          --storm WHICH  many (an alarm each), one (one alarm), calls (API calls on one trail), actors (such by many), bursts
                         (of calls that are counted), flapping (to and fro, once a minute), blackouts (all instances at once),
                         surges (all groups at once), silences (that end meanwhile), sweeps (two at once, and timers late),
                         windows (around their edges), versions (applied meanwhile) or outages (a channel down for an hour)
          --audits       audits of one finding by clocks that are minutes wrong
          --bugs         put mistakes into the services and see that each is found
          --mutations    put mistakes into copies of the product's own sources, build them and see that each is found
          --only NAME    of the mutations, those whose name contains this, or one of several with commas
          --hunt         look for a broken promise as these do, and answer with one line of JSON
          --threads N    how many histories at once (default: one a processor)
        """;

    public ulong Seed { get; init; } = 1;

    public int Seeds { get; init; } = 1_000;

    public int? Events { get; init; }

    public bool Trace { get; init; }

    public string? Steps { get; init; }

    public HistoryKind Kind { get; init; }

    public bool Audits { get; init; }

    public bool Bugs { get; init; }

    public bool Mutations { get; init; }

    public string Only { get; init; } = "";

    public bool Hunt { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Reads the arguments; null if they are invalid.</summary>
    public static Options? Read(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var isSeeds = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var isNumber = ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (arguments[i])
            {
                case "--trace":
                    options = options with { Trace = true };
                    continue;
                case "--audits":
                    options = options with { Audits = true };
                    continue;
                case "--bugs":
                    options = options with { Bugs = true };
                    continue;
                case "--mutations":
                    options = options with { Mutations = true };
                    continue;
                case "--hunt":
                    options = options with { Hunt = true };
                    continue;
                case "--only" when value.Length > 0:
                    options = options with { Only = value };
                    break;
                case "--steps" when value is "single" or "pairs":
                    options = options with { Steps = value };
                    break;
                case "--storm" when KindOf(value) is { } kind:
                    options = options with { Kind = kind, Seeds = isSeeds ? options.Seeds : 1 };
                    break;
                case "--seed" when isNumber:
                    options = options with { Seed = number, Seeds = isSeeds ? options.Seeds : 1 };
                    break;
                case "--seeds" when isNumber:
                    (options, isSeeds) = (options with { Seeds = (int)number }, true);
                    break;
                case "--events" when isNumber:
                    options = options with { Events = (int)number };
                    break;
                case "--threads" when isNumber && number > 0:
                    options = options with { Threads = (int)number };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return options;
    }

    private static HistoryKind? KindOf(string storm) => storm switch
    {
        "many" => HistoryKind.StormOfMany,
        "one" => HistoryKind.StormOfOne,
        "calls" => HistoryKind.StormOfCalls,
        "actors" => HistoryKind.StormOfActors,
        "bursts" => HistoryKind.Bursts,
        "flapping" => HistoryKind.Flapping,
        "blackouts" => HistoryKind.Blackouts,
        "surges" => HistoryKind.Surges,
        "silences" => HistoryKind.Silences,
        "sweeps" => HistoryKind.Sweeps,
        "windows" => HistoryKind.Windows,
        "versions" => HistoryKind.Versions,
        "outages" => HistoryKind.Outages,
        _ => null,
    };
}

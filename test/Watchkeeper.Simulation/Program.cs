using System.Diagnostics;
using System.Globalization;
using Watchkeeper.Simulation.Bugs;
using Watchkeeper.Simulation.Bugs.Mutations;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;

if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

if (options.Bugs)
    return BugHunt.Run(Console.Out) ? 0 : 1;

if (options.Hunt)
{
    Console.WriteLine(Hunt.Run().ToJson());
    return 0;
}

if (options.Mutations)
    return MutationHunt.Run(Console.Out, options.Only) ? 0 : 1;

var watch = Stopwatch.StartNew();
var (totals, reported) = (new Totals(), TimeSpan.Zero);
HistoryResult? failure = null;
if (options.Trace)
{
    failure = Fleet.Run(PlanOf(options.Seed), Console.WriteLine);
    totals.Add(failure.Totals);
    Console.WriteLine(FormattableString.Invariant($"hash {failure.Hash:x16}"));
    if (failure.Breach is null)
        failure = null;
}
else
{
    Fleet.Run(All(), options.Threads, Done);
}

Report.Write(Console.Out, totals, watch.Elapsed);
if (failure is null)
    return 0;
Report.Write(Console.Out, failure);
if (options.Trace)
    return 1;
var small = new Shrinker(failure, 400).Run();
Console.WriteLine("shrunk:");
Fleet.Run(small.Plan, Console.WriteLine);
Report.Write(Console.Out, small);
return 1;

IEnumerable<HistoryPlan> All() => options.Steps switch
{
    "single" => StepFaults.Singles(),
    "pairs" => StepFaults.Pairs(),
    _ => Enumerable.Range(0, options.Seeds).Select(number => PlanOf(options.Seed + (ulong)number)),
};

HistoryPlan PlanOf(ulong seed) => options.Audits ? WrongClocks.Create(seed) : options.Kind is HistoryKind.Mixed
    ? HistoryPlan.Random(seed, options.Events ?? 1_000)
    : HistoryPlan.Storm(options.Kind, seed, options.Events ?? options.Kind switch
    {
        HistoryKind.Flapping => 1_440,
        >= HistoryKind.Silences => 400,
        _ => 10_000,
    });

bool Done(HistoryResult result)
{
    totals.Add(result.Totals);
    if (result.Breach is not null)
    {
        failure ??= result;
        return false;
    }

    if (watch.Elapsed - reported > TimeSpan.FromSeconds(5))
    {
        reported = watch.Elapsed;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{reported.TotalSeconds,6:n0} s: {totals.Histories:n0} histories, {totals.Events:n0} events, "
                + $"{totals.Faults.Sum():n0} faults"));
    }

    return true;
}

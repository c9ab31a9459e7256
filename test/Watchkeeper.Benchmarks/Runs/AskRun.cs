using System.Globalization;
using Watchkeeper.Benchmarks.History;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Queries;
using Watchkeeper.Signals;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>First pages and single answers, from tables with histories of different lengths, asked in turn.</summary>
internal static class AskRun
{
    private const int Page = 20;
    private const int Active = 50;

    /// <param name="sizes">The numbers of ended incidents; each is a table of its own.</param>
    /// <param name="rounds">How often each question is asked of each table.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(IReadOnlyList<int> sizes, int rounds, CancellationToken cancellationToken)
    {
        var now = Clock.System.GetUtcNow();
        var tables = new List<HistoryTable>();
        try
        {
            foreach (var size in sizes)
            {
                var began = Clock.System.GetTimestamp();
                var table = await HistoryTable.CreateAsync(cancellationToken);
                tables.Add(table);
                await table.WriteAsync(HistoryRows.Ended(size, now).Concat(HistoryRows.Active(Active, now)), cancellationToken);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{size:n0} ended incidents over a year, {Active} active: filled in "
                        + $"{Clock.System.GetElapsedTime(began).TotalSeconds:f0} s"));
            }

            Console.WriteLine($"\nMedian of {rounds} rounds in ms, pages of {Page}");
            foreach (var (name, ask) in Questions(now))
            {
                var medians = await MedianAsync(tables, sizes, ask, rounds, cancellationToken);
                var figures = medians.Select(median => string.Create(CultureInfo.InvariantCulture, $"{median,8:f1}"));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name,-24} {string.Join(" ", figures)}   × {medians[^1] / medians[0]:f2}"));
            }
        }
        finally
        {
            foreach (var table in tables)
                await table.DisposeAsync();
        }
    }

    private static IEnumerable<(string Name, Func<HistoryTable, int, CancellationToken, Task> Ask)> Questions(DateTimeOffset now)
    {
        yield return List("active", new IncidentQuestion.Active());
        yield return List("ended in a week", new IncidentQuestion.Ended(now.AddDays(-7), now));
        yield return List("of a service", new IncidentQuestion.OfService(HistoryRows.ServiceOf(7)));
        yield return List("of a resource", new IncidentQuestion.OfResource(HistoryRows.ResourceOf(7)));
        // The last to end: its events are young enough to be kept.
        yield return ("why an event", (table, size, token) =>
            table.Queries.TraceAsync(HistoryRows.EventOf(size - 1, SignalCondition.Resolved), token));
    }

    private static (string, Func<HistoryTable, int, CancellationToken, Task>) List(string name, IncidentQuestion question) =>
        (name, (table, _, token) => table.Queries.ListAsync(question, Page, null, token));

    private static async Task<List<double>> MedianAsync(
        List<HistoryTable> tables, IReadOnlyList<int> sizes, Func<HistoryTable, int, CancellationToken, Task> ask, int rounds,
        CancellationToken cancellationToken)
    {
        var times = tables.Select(_ => new List<double>()).ToList();
        // The first round warms up.
        for (var round = 0; round <= rounds; round++)
        {
            for (var at = 0; at < tables.Count; at++)
            {
                var began = Clock.System.GetTimestamp();
                await ask(tables[at], sizes[at], cancellationToken);
                if (round > 0)
                    times[at].Add(Clock.System.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return [.. times.Select(list => list.Order().ElementAt(list.Count / 2))];
    }
}

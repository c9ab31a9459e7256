using System.Globalization;
using Watchkeeper.Benchmarks.Routes;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>CPU time of a route decision by the number of routes, beside Alertmanager with the same trees and labels.</summary>
internal static class RouteRun
{
    private const int Incidents = 2_000;
    private const int WarmUps = 3;

    /// <param name="sizes">The numbers of routes.</param>
    /// <param name="rounds">How often each is measured, in turn.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(IReadOnlyList<int> sizes, int rounds, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        try
        {
            foreach (var size in sizes)
            {
                var tree = new RouteTree(size);
                rows.Add(new(tree, tree.Labels(Incidents), await Alertmanager.StartAsync(tree, cancellationToken)));
            }

            for (var round = -WarmUps; round < rounds; round++)
            {
                foreach (var row in rows)
                    await row.MeasureAsync(isWarmUp: round < 0, cancellationToken);
            }
        }
        finally
        {
            foreach (var row in rows)
                await row.Alertmanager.DisposeAsync();
        }

        Write($"CPU µs for an incident or alert; {Incidents:n0} different ones, medians of {rounds} rounds");
        Write($"{"routes",7} {"match",8} {"×",6} {"with labels",12} {"×",6} {"first",8} {"Alertmanager",13} {"part of it",11}");
        foreach (var row in rows)
        {
            var (match, labelled, theirs) = (Median(row.Match), Median(row.Labelled), Median(row.Theirs));
            Write(
                $"{row.Tree.Routes,7:n0} {match,8:f3} {match / Median(rows[0].Match),6:f2} ",
                $"{labelled,12:f3} {labelled / Median(rows[0].Labelled),6:f2} ",
                $"{Median(row.First),8:f1} {theirs,13:f1} {labelled / theirs,11:p1}");
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Write(params FormattableString[] parts) =>
        Console.WriteLine(string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture))));

    private sealed record Row(RouteTree Tree, IReadOnlyList<KeyValuePair<string, string>[]> Labels, Alertmanager Alertmanager)
    {
        private readonly RouteDecisions decisions = new(Tree, Labels);

        public List<double> Match { get; } = [];

        public List<double> Labelled { get; } = [];

        public List<double> First { get; } = [];

        public List<double> Theirs { get; } = [];

        public async Task MeasureAsync(bool isWarmUp, CancellationToken cancellationToken)
        {
            var (match, labelled, first) = (decisions.Match(), decisions.LabelAndMatch(), decisions.First());
            var theirs = await Alertmanager.PostAsync(Labels, cancellationToken);
            if (isWarmUp)
                return;
            Match.Add(match);
            Labelled.Add(labelled);
            First.Add(first);
            Theirs.Add(theirs);
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Watchkeeper.Benchmarks.Channels;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Routing;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Messages a second through one function: by one topic, and by a channel of each kind.</summary>
internal static class ChannelRun
{
    /// <param name="incidents">How many incidents a round has.</param>
    /// <param name="rounds">How often each is measured, in turn.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(int incidents, int rounds, CancellationToken cancellationToken)
    {
        await using var world = await ChannelWorld.StartAsync();
        ImmutableArray<(string Name, ImmutableArray<Channel> Channels)> rows =
        [
            ("one topic", [.. ChannelWorld.Addresses.Where(each => each.Kind is ChannelKind.Sns)]),
            ("topic and mail", [.. ChannelWorld.Addresses.Where(each => each.Kind is ChannelKind.Sns or ChannelKind.Mail)]),
            ("one of each kind", ChannelWorld.Addresses),
        ];
        var samples = rows.ToDictionary(row => row.Name, row => new Sample(row.Name), StringComparer.Ordinal);
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, channels) in round % 2 == 0 ? rows : rows.Reverse())
            {
                var changes = await world.OpenAsync(incidents, cancellationToken);
                var usage = await MeasureAsync(() => world.NotifyAsync(changes, channels, cancellationToken), incidents);
                if (round > 0)
                    samples[name].Add(usage);
            }
        }

        ResultTable.Print(
            $"Messages of one incident, of {incidents}, one after the other. Medians of {rounds} rounds; the receivers' share of "
                + "the CPU is included; × is beside one topic",
            [.. samples.Values], _ => samples[rows[0].Name]);
        foreach (var (name, channels) in rows)
        {
            var seconds = samples[name].Median(usage => usage.Wall.TotalSeconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name}: {channels.Length / seconds:n0} messages a second"));
        }
    }

    private static async Task<Usage> MeasureAsync(Func<Task> work, int count)
    {
        using var process = Process.GetCurrentProcess();
        var (began, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        await work();
        process.Refresh();
        return new Usage(
            Stopwatch.GetElapsedTime(began) / count, (process.TotalProcessorTime - before) / count,
            process.PeakWorkingSet64 / (1024.0 * 1024));
    }
}

using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// The table's stream and its two event source mappings. Records of one partition key are in order, others are not; each mapping
/// receives the records that pass its filter («DynamoDB Streams», «Lambda event filtering»).
/// </summary>
internal sealed class TableStream(World world)
{
    private readonly ImmutableArray<StreamLane> notify = Lanes(
        world, FunctionName.NotifyFunction, 4, 25, 50, TimeSpan.FromHours(12));
    private readonly ImmutableArray<StreamLane> react = Lanes(
        world, FunctionName.ReactFunction, 2, 10, 10, TimeSpan.FromHours(1));
    private long sequence;

    // A row that a later version wrote, or somebody by hand.
    private static byte[] Garbled { get; } = Shapes.Bytes(
        """
        "eventName":"MODIFY","eventSource":"aws:dynamodb",
        "dynamodb":{"Keys":{"pk":{"S":"F#0"},"sk":{"S":"SLOT"}},"NewImage":{"v":{"S":"one"}}
        """);

    /// <summary>The number of records that wait for either function.</summary>
    public int Underway => notify.Sum(lane => lane.Waiting) + react.Sum(lane => lane.Waiting);

    public void Take(TableChange change)
    {
        if (world.Chance.Happens(world.Odds.Garbled))
            Put(change with { Json = Garbled, Change = null });
        Put(change);
    }

    private void Put(TableChange change)
    {
        var entry = new StreamEntry
        {
            SequenceNumber = (++sequence).ToString("d21", System.Globalization.CultureInfo.InvariantCulture),
            Change = change,
            ArrivedAt = world.Agenda.Now,
            IsPoison = change.Change is not null && world.Chance.Happens(world.Odds.Poison),
        };
        var hash = StableHash.Compute(change.PartitionKey);
        var place = Convert.ToInt32(hash[..2], 16);
        notify[place % notify.Length].Take(entry);
        // Only rows with a key of the index «open» pass this filter.
        if (change.IsOpen)
            react[place % react.Length].Take(entry);
    }

    private static ImmutableArray<StreamLane> Lanes(
        World world, FunctionName function, int count, int batch, int attempts, TimeSpan oldest) =>
        [.. Enumerable.Range(0, count).Select(_ => new StreamLane(world, function, batch, attempts, oldest))];
}

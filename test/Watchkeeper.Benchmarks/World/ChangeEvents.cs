using System.Collections.Immutable;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.Subjects;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.World;

/// <summary>Stream events, each with the record of one incident that AlarmFunction opened for it.</summary>
internal sealed class ChangeEvents(BenchmarkWorld world, AlarmEvents alarms, Subject alarmFunction)
{
    private readonly Queue<StreamRecord> stored = new();

    /// <summary>Returns new events; AlarmFunction opens more incidents if there are too few.</summary>
    public async Task<ImmutableArray<byte[]>> NextAsync(int count, CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken);
        if (stored.Count < count)
            await OpenAsync(count - stored.Count);
        while (stored.Count < count)
            await TakeAsync(cancellationToken);
        return [.. Enumerable.Range(0, count).Select(_ => StreamRecord.Event([stored.Dequeue()]))];
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await world.NewSlotsAsync(cancellationToken))
            stored.Enqueue(record);
    }

    private async Task OpenAsync(int count)
    {
        var (process, _) = await MeasuredProcess.StartAsync(alarmFunction, alarms.Next());
        await using (process)
        {
            if (count > 1)
                await process.InvokeAsync([.. Enumerable.Range(1, count - 1).Select(_ => alarms.Next())]);
        }
    }
}

using System.Collections.Immutable;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Stores;

/// <summary>Completes the effects of an operator's action in the data folder of an embedded run.</summary>
internal static class EmbeddedDelivery
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Feeds the changes to the functions as the run would. If a run goes on, it does so itself; then this waits until it has,
    /// for at most ten seconds.
    /// </summary>
    /// <exception cref="RunException">The functions cannot be started.</exception>
    public static async Task CompleteAsync(
        string folder, ChangeTable changes, TimeProvider time, CancellationToken cancellationToken)
    {
        var record = RunRecord.Read(folder);
        var template = Repository.Template(record is not null && File.Exists(record.Template) ? record.Template : null);
        var names = new PhysicalNames();
        names = names with { Region = record?.Region ?? names.Region };
        var wiring = Repository.Wiring(
            template, record?.Parameters ?? ImmutableSortedDictionary<string, string>.Empty, names);
        var last = changes.Last();
        var began = time.GetTimestamp();
        do
        {
            if (RunLock.TryTake(folder) is { } hold)
            {
                await using (hold)
                    await FeedAsync(folder, template, wiring, names, time, cancellationToken);
                return;
            }

            if (wiring.Streams.All(stream => changes.Checkpoint(stream.Name) >= last))
                return;
            await Task.Delay(Pause, time, cancellationToken);
        }
        while (time.GetElapsedTime(began) < LongestWait);
    }

    private static async Task FeedAsync(
        string folder, string template, TemplateWiring wiring, PhysicalNames names, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var application = new EmbeddedApplication(
            Path.Combine(Path.GetDirectoryName(template)!, "events", EventFiles.ApplicationFolder))
            .WithSecrets(RunRecord.Read(folder)?.Secrets);
        var alarms = await application.AlarmsAsync(names.Account, names.Region, time, cancellationToken);
        await using var backend = EmbeddedBackend.Open(wiring, folder, application, alarms, time);
        await backend.SettleAsync(cancellationToken);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Amazon.CloudWatch;
using Watchkeeper.Aws.Alarms;
using Watchkeeper.Benchmarks.World;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>
/// The audit of alarms: how late it finds a change without an event, and how many requests a sweep makes for it.
/// </summary>
internal static class AuditRun
{
    private const int Alarms = 100;
    private const int Minutes = 20;

    private static readonly DateTimeOffset Begin = new(2026, 11, 17, 8, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var delays = await DelaysAsync(cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Minutes from an alarm's state change, of which no event comes, to the message; "
                + $"{delays.Length} of {Alarms} alarms:"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"least {delays[0]:f2}, median {delays[delays.Length / 2]:f2}, most {delays[^1]:f2}"));
        foreach (var count in new[] { 0, 100, 1_000, 5_000 })
        {
            var (firing, quiet) = await RequestsAsync(count, cancellationToken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,5} active incidents: {firing} requests while all alarms fire, {quiet} when none does any more"));
        }
    }

    private static async Task<ImmutableArray<double>> DelaysAsync(CancellationToken cancellationToken)
    {
        var template = Repository.Template(null);
        var folder = Path.GetDirectoryName(template)!;
        var names = new PhysicalNames();
        var wiring = Repository.Wiring(template, ImmutableDictionary<string, string>.Empty, names);
        var schedule = wiring.Schedules.Single(each => each.Function == "SweepFunction");
        var time = new ReplayClock(Clock.System);
        var alarms = new EmbeddedAlarms(names.Account, names.Region);
        var events = new AlarmEvents(folder, time);
        var application = new EmbeddedApplication(Path.Combine(folder, "events", EventFiles.ApplicationFolder));
        var place = Directory.CreateTempSubdirectory("watchkeeper-audit-").FullName;
        await using var backend = EmbeddedBackend.Open(wiring, place, application, alarms, time);
        var chance = new Random(1);
        var changes = new Queue<DateTimeOffset>(
            Enumerable.Range(0, Alarms).Select(_ => Begin.AddSeconds(chance.Next(60 * (Minutes - 5)))).Order());
        var reported = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var minute = Begin; minute <= Begin.AddMinutes(Minutes); minute = minute.AddMinutes(1))
        {
            while (changes.TryPeek(out var change) && change <= minute)
            {
                time.MoveTo(changes.Dequeue());
                backend.Observe(events.Next());
            }

            time.MoveTo(minute);
            await backend.InvokeAsync("SweepFunction", ScheduledEventJson.Create(schedule, names, minute), cancellationToken);
            await backend.SettleAsync(cancellationToken);
            await foreach (var slot in backend.Slots.ListActiveAsync(cancellationToken))
            {
                if (!reported.ContainsKey(slot.Fingerprint.Text) && await IsNotifiedAsync(backend, slot, cancellationToken))
                    reported[slot.Fingerprint.Text] = (time.GetUtcNow() - slot.Last.OccurredAt).TotalMinutes;
            }
        }

        return [.. reported.Values.Order()];
    }

    private static async Task<bool> IsNotifiedAsync(EmbeddedBackend backend, Slot slot, CancellationToken cancellationToken) =>
        await backend.Notifications.ListAsync(slot.Incident!.Id, cancellationToken)
            .AnyAsync(record => record.Deliveries.Length > 0 && record.IsSettled, cancellationToken);

    private static async Task<(int Firing, int Quiet)> RequestsAsync(int count, CancellationToken cancellationToken)
    {
        using var client = new CountedCloudWatch(count, Begin);
        var now = Begin.AddMinutes(10);
        var configuration = WatchkeeperConfiguration.Default() with { Home = new Home("123456789012", "eu-central-1") };
        var alarms = new CloudWatchAlarms(client, Clock.System, Console.Error.WriteLine);
        var active = new List<Slot>();
        await foreach (var alarm in alarms.ListFiringAsync(cancellationToken))
            active.Add(Lifecycle.Decide(null, alarm.Signal, Severity.High, configuration.Lifecycle, now).Write!.Apply(null));
        var audit = new AlarmAudit(alarms, configuration);
        client.Requests = 0;
        await audit.LookAsync(active, now, cancellationToken);
        var firing = client.Requests;
        client.State = StateValue.OK;
        await audit.LookAsync(active, now, cancellationToken);
        return (firing, client.Requests - firing);
    }
}

using System.Globalization;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Benchmarks.History;

/// <summary>The rows that incidents leave: one alarm each, which fired and ended, spread evenly over a year.</summary>
internal static class HistoryRows
{
    private const int Services = 20;
    private const int Resources = 500;

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly WatchkeeperConfiguration Configuration = WatchkeeperConfiguration.Default();

    /// <summary>The rows of ended incidents: two entries each, and the rows by which they are found.</summary>
    public static IEnumerable<Row> Ended(int count, DateTimeOffset now)
    {
        for (var number = 0; number < count; number++)
        {
            var opened = SignalOf(number, now - (Year * ((count - number) / (double)count)), SignalCondition.Firing);
            var ended = SignalOf(number, opened.OccurredAt.AddMinutes(20), SignalCondition.Resolved);
            Slot? slot = null;
            foreach (var signal in new[] { opened, ended })
            {
                var after = After(slot, signal);
                var record = NotificationPlan.Decide(new SlotChanged(slot, after), Configuration).Record!;
                foreach (var list in ListWrites.For(record.Entry, Configuration.HistoryRetention))
                {
                    var row = list.Apply(null)!;
                    if (ListItem.EndOf(row) > now)
                        yield return row;
                }

                yield return NotificationItem.Write(record, Configuration.HistoryRetention);
                slot = after;
            }
        }
    }

    /// <summary>The slots of active incidents.</summary>
    public static IEnumerable<Row> Active(int count, DateTimeOffset now) => Enumerable.Range(0, count).Select(number =>
        SlotItem.Write(
            After(null, SignalOf(number, now.AddMinutes(-number), SignalCondition.Firing)),
            Configuration.Lifecycle.SlotRetention));

    public static string ServiceOf(int number) => string.Create(CultureInfo.InvariantCulture, $"service-{number % Services}");

    public static string ResourceOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"arn:aws:rds:eu-central-1:123456789012:db:db-{number % Resources}");

    public static string EventOf(int number, SignalCondition condition) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:x8}-0000-4000-8000-{(int)condition:x12}");

    private static Slot After(Slot? slot, Signal signal) => Lifecycle.Decide(
        slot, signal, Severity.High, Configuration.Lifecycle, signal.OccurredAt.AddSeconds(1)).Write!.Apply(slot);

    private static Signal SignalOf(int number, DateTimeOffset at, SignalCondition condition) => new()
    {
        Id = StableHash.Compute(EventOf(number, condition)),
        EventId = EventOf(number, condition),
        OccurredAt = at,
        Condition = condition,
        Nature = SignalNature.State,
        Reason = "Threshold Crossed: 3 out of the last 3 datapoints were greater than the threshold (80.0).",
        Subject = new Subject
        {
            Fingerprint = new Fingerprint(string.Create(
                CultureInfo.InvariantCulture, $"alarm/arn:aws:cloudwatch:eu-central-1:123456789012:alarm:shop-{number}-cpu")),
            Source = SignalSource.Alarm,
            Kind = SignalKind.Cpu,
            Name = string.Create(CultureInfo.InvariantCulture, $"shop-{number}-cpu"),
            Title = "CPUUtilization of a database",
            Account = "123456789012",
            Region = "eu-central-1",
            Resource = ResourceOf(number),
            Service = ServiceOf(number),
        },
    };
}

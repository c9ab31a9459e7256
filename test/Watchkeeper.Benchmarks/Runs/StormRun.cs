using System.Globalization;
using System.Text;
using System.Text.Json;
using Watchkeeper.Benchmarks.World;
using Watchkeeper.Cli.Run;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>
/// What people get when alarms of fifty services fire in one minute, a critical one in the middle, by the story's own clock:
/// messages in the first minute and in ten by the address that got most, and how soon the critical one is told.
/// </summary>
internal static class StormRun
{
    private const int Services = 50;
    private static readonly DateTimeOffset Begin = new(2026, 11, 17, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Events = Path.Combine(Path.GetDirectoryName(Repository.Template(null))!, "events");

    /// <param name="counts">How many alarms; each number has a row without a file, and one with groups by service.</param>
    /// <param name="cancellationToken">Stops the measurement.</param>
    public static async Task RunAsync(IReadOnlyList<int> counts, CancellationToken cancellationToken)
    {
        Console.WriteLine(
            $"{"alarms",8} {"configuration",18} {"1st minute",11} {"ten minutes",12} {"told",9} {"critical after",15} {"CPU ms each",12} {"peak MiB",9}");
        foreach (var count in counts)
        {
            await RunAsync(count, grouped: false, cancellationToken);
            await RunAsync(count, grouped: true, cancellationToken);
        }
    }

    private static async Task RunAsync(int count, bool grouped, CancellationToken cancellationToken)
    {
        var place = Directory.CreateTempSubdirectory("watchkeeper-storm-");
        try
        {
            var (file, config) = (Path.Combine(place.FullName, "alarms.jsonl"), Path.Combine(place.FullName, "watchkeeper.yaml"));
            await LocalRun.WriteAsync(file, Alarms(count), cancellationToken);
            await File.WriteAllTextAsync(config, Grouping(), cancellationToken);
            var (usage, output) = await LocalRun.MeasureAsync(
                place.FullName, ["--once", "--output", "json", "--events", file, .. grouped ? (string[])["--config", config] : []],
                cancellationToken);
            var mails = Directory.GetFiles(Path.Combine(LocalRun.Data(place.FullName), "messages"), "*.eml").Select(Mail.Read).ToList();
            var most = mails.GroupBy(mail => mail.To).MaxBy(mails => mails.Count())!.ToList();
            var critical = mails.Where(mail => mail.IsCritical).Min(mail => mail.At) - Begin.AddSeconds(30);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,8:n0} {(grouped ? "group_by: [service]" : "none"),18} {Before(1),11} {Before(10),12} {Told(output),9:n0} "
                    + $"{critical.TotalSeconds,13:f0} s {usage.Cpu.TotalMilliseconds / count,12:f2} {usage.PeakMebibytes,9:f0}"));

            int Before(int minutes) => most.Count(mail => mail.At < Begin.AddMinutes(minutes));
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    // Each names or counts those that were told with it, or the simulator breaks.
    private static int Told(string output)
    {
        using var summary = JsonDocument.Parse(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        return summary.RootElement.GetProperty("messages").EnumerateObject()
            .Where(kind => kind.Name is "mail sent" or "mail grouped").Sum(kind => kind.Value.GetInt32());
    }

    private static IEnumerable<byte[]> Alarms(int count)
    {
        var clock = new SteppedTime();
        var events = new AlarmEvents(Path.GetDirectoryName(Events)!, clock) { NameOf = NameOf };
        for (var number = 0; number < count; number++)
        {
            clock.Now = Begin.AddSeconds(60.0 * number / count);
            if (number == count / 2)
                yield return StatusCheck();
            yield return events.Next();
        }

        // So that the story goes on for ten minutes.
        clock.Now = Begin.AddMinutes(11);
        yield return events.Next();
    }

    private static byte[] StatusCheck() => Encoding.UTF8.GetBytes(
        File.ReadAllText(Path.Combine(Events, "alarm-eventbridge", "100-warehouse-status-check-failed-alarm.json"))
            .Replace("2026-11-17T08:40:10", "2026-11-17T08:00:30", StringComparison.Ordinal));

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number % Services:d2}-cpu-{number}");

    private static string Grouping()
    {
        var services = Enumerable.Range(0, Services)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"- {{name: s{number:d2}, names: [\"s{number:d2}-*\"]}}"));
        return $"""
            services:
            {string.Join('\n', services)}
            route:
              receiver: team
              group_by: [service]
              group_wait: 3s
            receivers:
            - name: team
              email_configs: [{"{"}to: team@shop.example{"}"}]
            """;
    }

    private sealed record Mail(string To, DateTimeOffset At, bool IsCritical)
    {
        public static Mail Read(string file)
        {
            var lines = File.ReadAllLines(file);
            return new Mail(
                lines.First(line => line.StartsWith("To: ", StringComparison.Ordinal)),
                DateTimeOffset.Parse(
                    lines.First(line => line.StartsWith("Date: ", StringComparison.Ordinal))["Date: ".Length..], CultureInfo.InvariantCulture),
                lines.Any(line => line.StartsWith("[CRITICAL] ", StringComparison.Ordinal)));
        }
    }
}

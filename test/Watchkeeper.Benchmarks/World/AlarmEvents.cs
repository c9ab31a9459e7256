using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Watchkeeper.Benchmarks.World;

/// <summary>Alarm events that differ only in alarm, id and time: each opens an incident.</summary>
internal sealed partial class AlarmEvents(string repository, TimeProvider time)
{
    private const string Alarm = "shop-order-cpu-high";
    private const string Id = "66288298-1e00-4ed4-a825-3f357cde217c";
    private const string Second = "2026-11-17T08:15:00";

    private readonly string sample = File.ReadAllText(
        Path.Combine(repository, "events", "alarm-eventbridge", "010-order-cpu-high-alarm.json"));
    private int last;

    /// <summary>The name of the alarm of a number.</summary>
    public Func<int, string> NameOf { get; init; } = number => string.Create(CultureInfo.InvariantCulture, $"{Alarm}-{number}");

    /// <summary>A new event.</summary>
    public byte[] Next() => Numbered(Interlocked.Increment(ref last));

    /// <summary>The event of the alarm in a stream record.</summary>
    public byte[] Behind(byte[] change) =>
        Numbered(int.Parse(
            NumberOf().Match(Encoding.UTF8.GetString(change)).Groups["number"].Value, CultureInfo.InvariantCulture));

    private byte[] Numbered(int number)
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(sample
            .Replace(Alarm, NameOf(number), StringComparison.Ordinal)
            .Replace(
                Id, string.Create(CultureInfo.InvariantCulture, $"66288298-1e00-4ed4-a825-{number:d12}"),
                StringComparison.Ordinal)
            .Replace(Second, now, StringComparison.Ordinal));
    }

    [GeneratedRegex($"{Alarm}-(?<number>[0-9]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberOf();
}

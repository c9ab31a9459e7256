using System.Globalization;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Kills.Files;

/// <summary>Records signals in an embedded database and acknowledges each after the store has confirmed it.</summary>
internal static class SignalWriter
{
    private const int Subjects = 50;

    /// <summary>Writes signals from number <paramref name="first"/> on; acknowledges each by its number on a line.</summary>
    public static async Task<int> RunAsync(string path, int first, int count, TextWriter output)
    {
        using var database = EmbeddedDatabase.Open(path);
        var store = new SlotStore(new EmbeddedTable(database), StoreHarness.SlotRetention);
        for (var number = first; number < first + count; number++)
        {
            await store.RecordAsync(SignalOf(number), Severity.High, CancellationToken.None);
            await output.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
            await output.FlushAsync();
        }

        return 0;
    }

    /// <summary>Each signal is another state change: firing, firing again and resolved, over a number of alarms.</summary>
    public static Signal SignalOf(int number) => new()
    {
        Id = StableHash.Compute("signal", number.ToString(CultureInfo.InvariantCulture)),
        EventId = number.ToString(CultureInfo.InvariantCulture),
        OccurredAt = SampleEntries.Began.AddSeconds(number),
        Condition = number / Subjects % 3 == 2 ? SignalCondition.Resolved : SignalCondition.Firing,
        Nature = SignalNature.State,
        Subject = SampleEntries.Subject with { Fingerprint = FingerprintOf(number) },
        Reason = "Threshold Crossed: 3 datapoints were greater than the threshold (80.0).",
    };

    public static Fingerprint FingerprintOf(int number) =>
        new($"alarm/arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cut-{number % Subjects}");
}

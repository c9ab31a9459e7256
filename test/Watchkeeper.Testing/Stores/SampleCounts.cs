using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Counting;
using Watchkeeper.Testing.Incidents;

namespace Watchkeeper.Testing.Stores;

/// <summary>Sample events to count.</summary>
public static class SampleCounts
{
    /// <summary>Three within ten minutes.</summary>
    public static Threshold Three { get; } = new(3, 10);

    /// <summary>An event, which is its own value, or has one.</summary>
    public static CountedEvent Event(
        int number, int second = 0, int? value = null, string key = "sample", Threshold? threshold = null) => new()
        {
            Threshold = threshold ?? Three,
            Key = Watchkeeper.Signals.StableHash.Compute(key),
            Event = Mark(number),
            Values = [Mark(value is { } one ? 1_000_000 + one : number)],
            At = Orders.Now(0).AddSeconds(second),
        };

    /// <summary>The event with several values.</summary>
    public static CountedEvent WithValues(this CountedEvent counted, params ImmutableArray<int> values)
    {
        ArgumentNullException.ThrowIfNull(counted);
        return counted with { Values = [.. values.Select(value => Mark(1_000_000 + value))] };
    }

    private static string Mark(int number) => number.ToString("x16", CultureInfo.InvariantCulture);
}

using Watchkeeper.Signals;

namespace Watchkeeper.Storage.Items;

/// <summary>A measurement as a map. The map omits the usual statistic.</summary>
internal static class MeasurementItem
{
    private const string Usual = "Average";

    public static ItemWriter? Write(Measurement? measurement) => measurement is null
        ? null
        : new ItemWriter()
            .Real("v", measurement.Value)
            .Real("l", measurement.Limit)
            .Real("a", measurement.Lower)
            .Real("z", measurement.Upper)
            .Count("m", measurement.IsMissing ? 1 : 0)
            .Count("d", (int)measurement.Side)
            .TextUnless(Usual, "s", measurement.Statistic)
            .Text("n", measurement.Label)
            .Text("p", DataPointsItem.Write(measurement.Points));

    public static Measurement Read(ItemReader map) => new()
    {
        Value = map.RealOrNull("v"),
        Limit = map.RealOrNull("l"),
        Lower = map.RealOrNull("a"),
        Upper = map.RealOrNull("z"),
        IsMissing = map.Count("m") > 0,
        Side = map.Count("d") is <= (int)BreachSide.Below and var side
            ? (BreachSide)side
            : throw map.Unreadable("d", "must be a side from 0 to 2"),
        Statistic = map.TextOrNull("s") ?? Usual,
        Label = map.TextOrEmpty("n"),
        Points = DataPointsItem.Read(map.TextOrEmpty("p"))
            ?? throw map.Unreadable("p", "must be data points such as 88.7@1794903180 93.2@60"),
    };
}

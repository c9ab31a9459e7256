using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>A silence as a row, and the row that changes with each change of them.</summary>
internal static class SilenceItem
{
    public const string Version = "v";
    private const string Matchers = "m";
    private const string StartsAt = "st";
    private const string EndsAt = "en";
    private const string Reason = "rs";
    private const string Announced = "an";
    private const string Stamp = "h";

    public static Row Write(RowKey key, Silence silence, DateTimeOffset? expires)
    {
        var row = ItemWriter.Row(key)
            .Text("id", silence.Id)
            .Value(Matchers, ItemWriter.List(silence.Matchers.Select(matcher => new ItemWriter()
                .Text("l", matcher.Label)
                .Name<MatchOperator>("o", matcher.Operator)
                .Text("x", matcher.Value)
                .ToValue())))
            .Time(StartsAt, silence.StartsAt)
            .Time(EndsAt, silence.EndsAt)
            .Text("by", silence.By)
            .Text(Reason, silence.Reason)
            .Time("at", silence.ChangedAt)
            .Text("cb", silence.ChangedBy)
            .Time(Announced, silence.AnnouncedEnd)
            .Number(Version, silence.Version);
        return expires is { } time ? row.Expires(time).ToRow() : row.ToRow();
    }

    /// <exception cref="UnreadableRowException">The row is damaged, or a newer version of Watchkeeper wrote it.</exception>
    public static Silence Read(Row item)
    {
        var row = ItemReader.From(item);
        return new Silence
        {
            Id = row.Text("id"),
            Matchers = row.Maps(Matchers, map => MatcherOf(item, map)),
            StartsAt = row.Time(StartsAt),
            EndsAt = row.Time(EndsAt),
            By = row.Text("by"),
            Reason = row.Text(Reason),
            ChangedAt = row.Time("at"),
            ChangedBy = row.TextOrNull("cb"),
            AnnouncedEnd = row.TimeOrNull(Announced),
            Version = row.Number(Version),
        };
    }

    public static Row WriteHead(string stamp) => ItemWriter.Row(Keys.SilenceHead).Text(Stamp, stamp).ToRow();

    public static string ReadHead(Row item) => ItemReader.From(item).Text(Stamp);

    private static Matcher MatcherOf(Row row, ItemReader map) =>
        Matcher.Create(map.Text("l"), map.Name<MatchOperator>("o"), map.TextOrEmpty("x"), out var error)
            ?? throw new UnreadableRowException(new Rejection($"$.{Matchers}", $"{error} in {RowKey.From(row)}"));
}

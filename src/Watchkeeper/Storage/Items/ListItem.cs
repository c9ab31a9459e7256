using System.Globalization;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>A row of a list of incidents: only the way to the incident, so that no list can contradict it.</summary>
internal static class ListItem
{
    private const string Incident = "in";

    public static Row Write(RowKey key, string incidentId, DateTimeOffset end) =>
        ItemWriter.Row(key).Text(Incident, incidentId).Expires(end).ToRow();

    public static string Read(Row item) => ItemReader.From(item).Text(Incident);

    /// <summary>A time as text in the order of times: <c>2026-11-28T09:15:00.1234567</c>, UTC.</summary>
    public static string SortableTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    /// <summary>When the row's time to live ends; null if the row is kept.</summary>
    public static DateTimeOffset? EndOf(Row item) => ItemReader.From(item).TimeOrNull(RowSchema.TimeToLive);
}

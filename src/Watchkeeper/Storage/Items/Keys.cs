using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>The keys of the rows of each kind.</summary>
internal static class Keys
{
    public const string SlotSk = "SLOT";
    public const string ReactionPrefix = "R#";

    /// <summary>Begins the keys of a timeline's entries about changes of the incident.</summary>
    public const string ChangePrefix = "T#";

    /// <summary>Begins the keys of a timeline's entries about reactions.</summary>
    public const string ReactionEntryPrefix = "N#";

    /// <summary>Rows about the end of a silence, among those about reactions.</summary>
    public const string SilenceEndPrefix = "N#silence-ending.";

    public const int IncidentPrefixLength = 2;
    private const string IncidentPrefix = "I#";

    public static RowKey Slot(Fingerprint fingerprint) => new($"F#{fingerprint.Key}", SlotSk);

    /// <param name="incidentId">The incident.</param>
    /// <param name="key">The entry's key: <c>T#…</c> or <c>N#…</c>.</param>
    public static RowKey Notification(string incidentId, string key) => new(Incident(incidentId), key);

    public static RowKey Reaction(string incidentId, string step) => new(Incident(incidentId), ReactionPrefix + step);

    public static RowKey Cooldown(string key) => new($"C#{key}", "COOLDOWN");

    public static RowKey Budget(string key) => new($"B#{key}", "BUDGET");

    public static RowKey Group(string key) => new($"G#{key}", "GROUP");

    public static RowKey Count(string key) => new($"W#{key}", "COUNT");

    /// <summary>The pace of one address.</summary>
    public static RowKey Pace(Channel channel) =>
        new($"P#{StableHash.Compute(channel.Kind.ToKebabCase(), channel.Address)}", "PACE");

    /// <summary>The row that names the list of a user's own detections in force.</summary>
    public static RowKey DetectionHead { get; } = new("D#", "HEAD");

    /// <summary>A part of such a list.</summary>
    public static RowKey DetectionChunk(string hash, int number) =>
        new($"D#{hash}", string.Create(CultureInfo.InvariantCulture, $"{number:D4}"));

    /// <summary>
    /// The row with the version of the configuration in force, alone in its partition: functions may read no other.
    /// </summary>
    public static RowKey ConfigurationHead { get; } = new("V#", "HEAD");

    /// <summary>The partition of the versions' entries by number.</summary>
    public const string ConfigurationEntries = "V#N";

    /// <summary>The partition of the versions' entries by hash.</summary>
    public const string ConfigurationHashes = "V#H";

    /// <summary>The row of a version with its content.</summary>
    public static RowKey Configuration(long number) => new("V#C", Sortable(number));

    /// <summary>The entry of a version by its number, without the content.</summary>
    public static RowKey ConfigurationEntry(long number) => new(ConfigurationEntries, Sortable(number));

    /// <summary>The entry of a version by its hash, without the content.</summary>
    public static RowKey ConfigurationHash(string hash, long number) => new(ConfigurationHashes, $"{hash}#{Sortable(number)}");

    /// <summary>The row that changes with every change of the silences that are not over.</summary>
    public static RowKey SilenceHead { get; } = new("Z#", "HEAD");

    /// <summary>The partition of the silences that are not over, or were not when the sweep looked last.</summary>
    public const string CurrentSilences = "Z#C";

    /// <summary>The partition of the silences that are over, by the time of their end.</summary>
    public const string PastSilences = "Z#P";

    /// <summary>A silence that is not over.</summary>
    public static RowKey CurrentSilence(string id) => new(CurrentSilences, id);

    /// <summary>A silence that is over.</summary>
    public static RowKey PastSilence(DateTimeOffset endsAt, string id) =>
        new(PastSilences, $"{ListItem.SortableTime(endsAt)}#{id}");

    /// <summary>When a group was told and is told next.</summary>
    public static RowKey MessageGroup(string id) => new($"M#{id}", "GROUP");

    /// <summary>A number whose text sorts as the number does.</summary>
    public static string Sortable(long number) => number.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The key of the entry about a version of the slot.</summary>
    public static string Change(long version) => string.Create(CultureInfo.InvariantCulture, $"{ChangePrefix}{version:D10}");

    public static string Incident(string incidentId) => IncidentPrefix + incidentId;

    /// <summary>The shards of a list that all incidents enter.</summary>
    public const int Shards = 8;

    /// <summary>A row about an event, in a partition of the day in UTC that one event in sixteen shares.</summary>
    public static RowKey Event(string eventId, DateTimeOffset at, string part)
    {
        var hash = StableHash.Compute(eventId);
        return new(EventPartition(hash, Day(at)), $"{hash}#{part}");
    }

    public static string EventPartition(string hash, string day) => $"L#E#{day}#{hash[0]}";

    /// <summary>The incidents that ended on a day in UTC, by the time of the end.</summary>
    public static RowKey Ended(DateTimeOffset at, string incidentId) =>
        new(EndedPartition(Day(at), ShardOf(incidentId)), $"{ListItem.SortableTime(at)}#{incidentId}");

    public static string EndedPartition(string day, int shard) => ListPartition('D', day, shard);

    /// <summary>The incidents of a service, a resource or an actor, by their ids, which begin with the opening time.</summary>
    /// <param name="list">S, R or A.</param>
    /// <param name="value">The service, resource or actor.</param>
    /// <param name="incidentId">The incident.</param>
    public static RowKey Listed(char list, string value, string incidentId) =>
        new(ListPartition(list, StableHash.Compute(value), ShardOf(incidentId)), incidentId);

    /// <summary>The partitions of such a list.</summary>
    public static ImmutableArray<string> ListPartitions(char list, string value)
    {
        var hash = StableHash.Compute(value);
        return [.. Enumerable.Range(0, Shards).Select(shard => ListPartition(list, hash, shard))];
    }

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string ListPartition(char list, string name, int shard) =>
        string.Create(CultureInfo.InvariantCulture, $"L#{list}#{name}#{shard}");

    // The last digits of an id are of a hash.
    private static int ShardOf(string incidentId) => incidentId.Length == 0 ? 0 : incidentId[^1] % Shards;
}

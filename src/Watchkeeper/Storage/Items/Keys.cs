using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>The keys of the rows of each kind.</summary>
internal static class Keys
{
    public const string SlotSk = "SLOT";
    public const string ReactionPrefix = "R#";
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

    public static string Incident(string incidentId) => IncidentPrefix + incidentId;
}

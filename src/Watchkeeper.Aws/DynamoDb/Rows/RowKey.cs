using Amazon.DynamoDBv2.Model;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb.Rows;

/// <summary>The key of a row: partition and sort key.</summary>
internal readonly record struct RowKey(string Pk, string Sk)
{
    public const string PkName = "pk";
    public const string SkName = "sk";
    public const string SlotSk = "SLOT";
    public const string ReactionPrefix = "R#";
    public const int IncidentPrefixLength = 2;
    private const string IncidentPrefix = "I#";

    public static RowKey Slot(Fingerprint fingerprint) => new($"F#{fingerprint.Key}", SlotSk);

    /// <param name="incidentId">The incident.</param>
    /// <param name="key">The notice's key: <c>T#…</c> or <c>N#…</c>.</param>
    public static RowKey Notification(string incidentId, string key) => new(Incident(incidentId), key);

    public static RowKey Reaction(string incidentId, string step) => new(Incident(incidentId), ReactionPrefix + step);

    public static RowKey Cooldown(string key) => new($"C#{key}", "COOLDOWN");

    public static RowKey Budget(string key) => new($"B#{key}", "BUDGET");

    public static RowKey Group(string key) => new($"G#{key}", "GROUP");

    public static string Incident(string incidentId) => IncidentPrefix + incidentId;

    public static RowKey Of(Dictionary<string, AttributeValue> item) => new(item[PkName].S, item[SkName].S);

    public Dictionary<string, AttributeValue> ToItem() => new(StringComparer.Ordinal)
    {
        [PkName] = new AttributeValue { S = Pk },
        [SkName] = new AttributeValue { S = Sk },
    };
}

using System.Collections.Frozen;

namespace Watchkeeper.Health;

/// <summary>Finds the words for an event type code: by the whole code, or else by its end, which many services share.</summary>
public static class HealthEventTypes
{
    private static readonly FrozenDictionary<string, HealthEventType> ByCode =
        ((IEnumerable<HealthEventType>)[.. PlannedTypes.All, .. NoticeTypes.All, .. RiskTypes.All])
            .ToFrozenDictionary(type => type.Code, StringComparer.Ordinal);

    /// <summary>All types with words of their own.</summary>
    internal static IEnumerable<HealthEventType> Known => ByCode.Values;

    /// <summary>The type of a code; null for a code that is only readable as words.</summary>
    /// <param name="code">The event type code.</param>
    public static HealthEventType? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (ByCode.TryGetValue(code, out var known))
            return known;
        if (RiskTypes.Find(code) is { } risk)
            return risk;
        foreach (var family in TypeFamilies.All)
        {
            if (code.EndsWith(family.Code, StringComparison.Ordinal))
                return family;
        }

        return null;
    }

    /// <summary>Whether the event is about what the account's own resources or credentials do or risk.</summary>
    /// <param name="service">The service as AWS Health codes it.</param>
    /// <param name="code">The event type code.</param>
    public static bool IsAboutAbuse(string service, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return service is "ABUSE" or "RISK" || RiskTypes.Find(code) is not null;
    }
}

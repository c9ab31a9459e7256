using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>The result of one look-up in CloudWatch.</summary>
/// <param name="Standings">
/// The standing of each alarm behind an incident, by fingerprint. Missing incidents were not looked up.
/// </param>
/// <param name="Firing">All alarms in state ALARM, and all time series in state ALARM of the alarms that were looked up.</param>
/// <param name="Problem">Why the look-up failed; null if it succeeded.</param>
internal sealed record AlarmView(
    ImmutableDictionary<string, AlarmStanding> Standings, ImmutableArray<ObservedAlarm> Firing, string? Problem)
{
    /// <summary>
    /// Signals for groups that cannot grow although their policies require growth, and for a configuration that cannot be used.
    /// What has such an incident is omitted.
    /// </summary>
    public ImmutableArray<Signal> Limits { get; init; } = [];

    /// <summary>An empty view: nothing was looked up.</summary>
    public static AlarmView Nothing { get; } =
        new(ImmutableDictionary.Create<string, AlarmStanding>(StringComparer.Ordinal), [], null);

    /// <summary>The standing of a slot's alarm.</summary>
    public AlarmStanding Of(Slot slot)
    {
        var unless = Problem is null && ScalingLimit.Is(slot.Fingerprint) ? AlarmStanding.Unanswered : AlarmStanding.Unasked;
        return Standings.GetValueOrDefault(slot.Fingerprint.Text, unless);
    }
}

using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>What CloudWatch showed at one look.</summary>
/// <param name="Standings">What it shows of the alarms behind incidents, by fingerprint; incidents that are not in it were not asked about.</param>
/// <param name="Firing">Every alarm, and every time series of those that were asked about, in state ALARM.</param>
/// <param name="Problem">Why it gave no answer; null where it did.</param>
public sealed record AlarmView(
    ImmutableDictionary<string, AlarmStanding> Standings, ImmutableArray<ObservedAlarm> Firing, string? Problem)
{
    /// <summary>That groups cannot grow although their policies ask for more, where no incident says so yet.</summary>
    public ImmutableArray<Signal> Limits { get; init; } = [];

    /// <summary>Nothing was asked.</summary>
    public static AlarmView Nothing { get; } = new(ImmutableDictionary.Create<string, AlarmStanding>(StringComparer.Ordinal), [], null);

    /// <summary>What is shown of a slot's alarm.</summary>
    public AlarmStanding Of(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var unless = Problem is null && ScalingLimit.Is(slot.Fingerprint) ? AlarmStanding.Unanswered : AlarmStanding.Unasked;
        return Standings.GetValueOrDefault(slot.Fingerprint.Text, unless);
    }
}

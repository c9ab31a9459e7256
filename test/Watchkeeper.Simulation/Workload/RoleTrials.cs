using System.Globalization;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Workload;

/// <summary>
/// Prowlers who try which roles they may assume: the detection roles-tried counts different ones of one caller, five within ten
/// minutes. Each burst is near that, on either side.
/// </summary>
internal sealed class RoleTrials(Chance chance, ulong seed)
{
    private int prowlers;
    private int count;

    /// <summary>The trials of one prowler; not more than the window of a key holds, so that none is forgotten.</summary>
    public IEnumerable<Occasion> Burst(DateTimeOffset start)
    {
        var prowler = string.Create(CultureInfo.InvariantCulture, $"prowler-{++prowlers}");
        var (events, roles) = (4 + chance.Below(7), 4 + chance.Below(4));
        var seconds = chance.Pick(60, 300, 590, 900, 1_800);
        for (var number = 0; number < events; number++)
        {
            var at = start.AddSeconds(number * seconds / events);
            // As long as the window: of two events, the later one may come first.
            var late = TimeSpan.FromSeconds(chance.Below(3) == 0 ? chance.Below(600) : 0);
            yield return new Occasion.Sent(at + late, Trial(prowler, chance.Below(roles), at));
        }
    }

    private EventAccount Trial(string prowler, int role, DateTimeOffset at)
    {
        at = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        var (id, eventId) = (Id(), Id());
        var value = string.Create(CultureInfo.InvariantCulture, $"role-{role}");
        return new EventAccount
        {
            Number = count,
            Id = eventId,
            Subject = prowler,
            Observation = $"{prowler} {value} {eventId}",
            At = at,
            IsState = false,
            Meaning = EventMeaning.Counted,
            Value = value,
            Function = FunctionName.TrailFunction,
            Payload = Shapes.RefusedRole(prowler, value, id, eventId, at),
        };
    }

    private string Id() =>
        string.Create(CultureInfo.InvariantCulture, $"{++count:x8}-0000-4000-b000-{seed & 0xffffffffffff:x12}");
}

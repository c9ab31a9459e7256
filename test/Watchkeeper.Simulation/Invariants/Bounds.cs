using System.Collections.Immutable;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>No slot exceeds 64 KB, and no key receives more than 500 write units in a second.</summary>
internal sealed class SmallAndCoolRows : Invariant
{
    private const int Most = 64 * 1024;
    private const int MostUnits = 500;
    private readonly Dictionary<string, (long Second, int Units)> heat = new(StringComparer.Ordinal);

    public override string Name => "I11 small and cool rows";

    // An image in JSON is larger than the item.
    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (bytes > Most)
            Broken(FormattableString.Invariant($"the slot of {after.Fingerprint} has {bytes} bytes"));
        var second = World.Agenda.Now.ToUnixTimeSeconds();
        var (last, units) = heat.GetValueOrDefault(after.Fingerprint.Text);
        units = (last == second ? units : 0) + 1 + (bytes / 1024);
        heat[after.Fingerprint.Text] = (second, units);
        if (units > MostUnits)
            Broken(FormattableString.Invariant($"{units} write units in a second for {after.Fingerprint}"));
    }
}

/// <summary>A batch's answer names at most one record: the first failed one, which belongs to the batch.</summary>
internal sealed class OneCheckpoint : Invariant
{
    public override string Name => "I12 one checkpoint";

    public override void BatchAnswered(FunctionName function, ImmutableArray<StreamEntry> batch, ImmutableArray<string> named)
    {
        if (named.Length > 1)
            Broken($"{function} named {named.Length} records of {batch.Length}");
        else if (named is [var one] && BatchAnswer.Place(batch, one) < 0)
            Broken($"{function} named {one}, which is none of its batch");
    }
}

/// <summary>
/// Lambda gives up a record only if it crashes every process, or if everything fails for the record's whole retention; and always
/// alone.
/// </summary>
internal sealed class GivenUpAlone : Invariant
{
    public override string Name => "I12 given up alone";

    public override void GivenUp(FunctionName function, ImmutableArray<StreamEntry> batch, bool isExpired)
    {
        if (!isExpired && batch.Length > 1)
            Broken($"{batch.Length} records were given up together by {function}");
    }
}

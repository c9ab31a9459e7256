using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Testing.Configurations;

namespace Watchkeeper.Simulation.Running;

/// <summary>Versions that differ in how they group, keep quiet and cap, and not in names alone.</summary>
internal static class VariedConfiguration
{
    /// <summary>Reads a version; equal contents give equal configurations.</summary>
    public static ConfigurationReadResult Read(ReadOnlyMemory<byte> content, WatchkeeperConfiguration parameters)
    {
        var read = SampleFile.Read(content, parameters);
        if (read.Configuration is not { } configuration)
            return read;
        var seed = content.Span.ToArray().Aggregate(0UL, static (sum, letter) => (sum * 31) + letter);
        return read with { Configuration = Vary(configuration, new Chance(seed)) };
    }

    private static WatchkeeperConfiguration Vary(WatchkeeperConfiguration usual, Chance chance)
    {
        var quiet = usual.Route.Routes[1] with
        {
            Grouping = chance.Below(4) == 0 ? null : QuietConfiguration.Together(chance),
            MuteTimeIntervals = chance.Below(2) == 0 ? [] : usual.Route.Routes[1].MuteTimeIntervals,
        };
        return usual with
        {
            Route = usual.Route with { Routes = usual.Route.Routes.SetItem(1, quiet) },
            Quiet = QuietConfiguration.Rules(chance),
            StormCap = chance.Below(4) == 0 ? StormCap.None : usual.StormCap,
        };
    }
}

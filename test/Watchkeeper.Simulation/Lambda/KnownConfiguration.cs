using Watchkeeper.Configuration;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>What one process must decide by, after all that the table has answered it.</summary>
internal sealed class KnownConfiguration(World world, Sandbox sandbox)
{
    // The sweep looks each time its schedule comes, which may be a moment early.
    private readonly TimeSpan least = sandbox.Function.Name is FunctionName.SweepFunction
        ? TimeSpan.FromSeconds(30)
        : TimeSpan.FromMinutes(1);

    private DateTimeOffset askedAt;
    private bool isAnswered;

    /// <summary>The last good version that the process read; null if it must decide by the parameters.</summary>
    public AppliedConfiguration? Version { get; private set; }

    /// <summary>When the process last asked, by the world's clock; null before that.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The version that its decisions record.</summary>
    public string Recorded
    {
        get
        {
            var detections = HandlerFactory.DetectionsOf(sandbox.Function.Name);
            return Version is { } version
                ? ConfigurationVersion.Applied(version.Hash, ConfigurationVersion.Of(world.Configuration), detections)
                : ConfigurationVersion.Join(ConfigurationVersion.Of(world.Configuration), detections);
        }
    }

    /// <summary>The receiver of severe incidents.</summary>
    public string Receiver => Configuration.Route.Routes[0].Receiver!;

    /// <summary>The configuration of that version.</summary>
    public WatchkeeperConfiguration Configuration { get; private set; } = world.Configuration;

    /// <summary>The configuration before; a process that is about to write may have decided by it.</summary>
    public WatchkeeperConfiguration Former { get; private set; } = world.Configuration;

    /// <summary>The process asks.</summary>
    public void Ask()
    {
        var now = sandbox.Time.GetUtcNow();
        if (isAnswered && (now - askedAt).Duration() < least)
            world.Break("I12 configuration", $"#{sandbox.Number} asks for the configuration twice within {least}");
        (askedAt, AskedAt) = (now, world.Agenda.Now);
    }

    /// <summary>The table answers.</summary>
    public void Answer(Row? row)
    {
        isAnswered = true;
        if (row is not null && ConfigurationItem.ReadHead(row) is { Problem: null, Version: { } version }
            && world.Versions.Read(version.Content, world.Configuration) is { IsRead: true } read)
        {
            if (version.Hash != Version?.Hash)
                Former = Configuration;
            (Version, Configuration) = (version, read.Configuration);
        }
    }
}

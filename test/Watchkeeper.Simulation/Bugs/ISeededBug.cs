using Watchkeeper.Functions.Composition;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>A mistake put in on purpose, to see whether it is found.</summary>
internal interface ISeededBug
{
    /// <summary>What is done wrong.</summary>
    string Name { get; }

    /// <summary>The ports of a process with the mistake in them.</summary>
    IServices Wrap(World world, SandboxServices services);
}

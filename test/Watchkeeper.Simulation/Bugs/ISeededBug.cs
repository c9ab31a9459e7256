using Watchkeeper.Functions.Composition;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>A bug put in on purpose, to prove that the simulator finds it.</summary>
internal interface ISeededBug
{
    /// <summary>What the bug does wrong.</summary>
    string Name { get; }

    /// <summary>The services of a process, with the bug in them.</summary>
    IServices Wrap(World world, SandboxServices services);
}

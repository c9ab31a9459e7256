using Watchkeeper.Functions.Composition;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>A bug put in on purpose, to prove that the simulator finds it.</summary>
internal interface ISeededBug
{
    /// <summary>What the bug does wrong.</summary>
    string Name { get; }

    /// <summary>The services of a process, with the bug in them.</summary>
    IServices Wrap(World world, SandboxServices services);

    /// <summary>The table of people who apply versions of the configuration, with the bug in it.</summary>
    IRowTable WrapOperators(IRowTable table) => table;
}

using System.Xml.Linq;
using Shouldly;
using Watchkeeper.Simulation.Bugs.Mutations;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Mutations;

/// <summary>What a copy of the sources must hold, so that the simulator can be built from it.</summary>
public sealed class SourceCopyTests
{
    [Fact]
    public void A_copy_has_every_file_and_project_that_the_simulators_project_names()
    {
        using var copy = SourceCopy.Create(Clone.Find());
        var folder = Path.Combine(copy.Folder, "test", "Watchkeeper.Simulation");

        var named = XDocument.Load(Path.Combine(folder, "Watchkeeper.Simulation.csproj")).Descendants()
            .Where(element => element.Name.LocalName is "Compile" or "ProjectReference")
            .Select(element => Path.GetFullPath(element.Attribute("Include")!.Value, folder))
            .ToList();

        named.ShouldNotBeEmpty();
        named.Where(path => !File.Exists(path)).ShouldBeEmpty();
    }
}

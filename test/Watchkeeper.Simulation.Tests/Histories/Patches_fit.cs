using Shouldly;
using Watchkeeper.Simulation.Bugs.Patches;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Histories;

/// <summary>
/// The mistakes that the option <c>--patches</c> puts into the product's own code, one after the other, fit the code as it is; that each is
/// found takes as many builds as there are patches, and is that command's to say.
/// </summary>
public sealed class Patches_fit
{
    private static readonly Clone Here = Clone.Find();

    public static TheoryData<string> Names => [.. Patch.Of(Here).Select(patch => patch.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sources_as_they_are(string name)
    {
        var patch = Patch.Of(Here).Single(patch => patch.Name == name);

        patch.Misfit(Here.Root).ShouldBeNull();
        patch.Projects.ShouldNotBeEmpty();
    }

    [Fact]
    public void There_are_many() => Names.Count.ShouldBeGreaterThanOrEqualTo(20);

    [Fact]
    public void One_that_fits_nothing_is_told()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("patch-").FullName, "of-another-time.patch");
        File.WriteAllText(path, "diff --git a/src/None.cs b/src/None.cs\n--- a/src/None.cs\n+++ b/src/None.cs\n@@ -1 +1 @@\n-one\n+other\n");
        try
        {
            new Patch(path).Misfit(Here.Root).ShouldNotBeNull().ShouldContain("src/None.cs");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }
}

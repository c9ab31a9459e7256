using System.Reflection;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Surface;

/// <summary>
/// A stand-in has only members of its package, so that what compiles against the stand-in compiles against the package.
/// </summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> Packages { get; } =
    [
        "Amazon.Lambda.CloudWatchEvents", "Amazon.Lambda.Core", "Amazon.Lambda.DynamoDBEvents", "Amazon.Lambda.RuntimeSupport",
        "Amazon.Lambda.Serialization.SystemTextJson", "Amazon.Lambda.TestUtilities",
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task A_stand_in_has_only_members_that_its_package_has(string package)
    {
        var list = await File.ReadAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "Surface", "Packages", $"{package}.txt"),
            TestContext.Current.CancellationToken);

        var surface = PublicSurface.List(Assembly.Load(package)).ToArray();

        surface.ShouldNotBeEmpty();
        surface.Except(list, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_surface_is_everything_that_callers_and_subclasses_can_reach()
    {
        const string sample = "Watchkeeper.Packages.Tests.Surface.SurfaceSample";

        PublicSurface.List(typeof(SurfaceSample)).ShouldBe(
            [
                $"[DataContractAttribute]abstract class {sample} : System.Object System.IDisposable",
                $"{sample}::ctor(System.String value, System.Threading.CancellationToken cancellationToken=null) protected",
                $"{sample}::field System.Int32 Size=3",
                $"{sample}::prop System.Collections.Generic.IDictionary<System.String,System.Nullable<System.Int32>> "
                    + "Numbers {get }",
                $"[ExperimentalAttribute]{sample}::prop System.String Value {{ set}}",
                $"{sample}::static System.String[] Fill<T>(ref T other, params System.Object[] args) public",
                $"{sample}::System.Void Dispose() public",
                $"{sample}::virtual System.Void Change(System.String value) protected",
            ],
            ignoreOrder: true);
    }
}

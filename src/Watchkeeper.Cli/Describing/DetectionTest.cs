using System.Collections.Immutable;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary>A test of a detection by name.</summary>
/// <param name="Name">What its event shows.</param>
/// <param name="Expected">match, no-match, undone or not-undone.</param>
internal sealed record DetectionTest(string Name, string Expected)
{
    /// <summary>The tests in the file beside the detection; errors are noted.</summary>
    public static ImmutableArray<DetectionTest> In(DescribedDetection described, Screen screen)
    {
        var tests = described.ReadTests();
        foreach (var (path, reason) in tests?.Errors ?? [])
            screen.Note($"tests of {described.Detection.Id} at {path}: {reason}");
        return [.. (tests?.Cases ?? []).Select(one => new DetectionTest(one.Name, one.Expected.ToKebabCase()))];
    }
}

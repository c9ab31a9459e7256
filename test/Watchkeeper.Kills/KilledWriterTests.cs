using Shouldly;
using Watchkeeper.Kills.Files;
using Xunit;

namespace Watchkeeper.Kills;

/// <summary>Kills a process that writes to the embedded store (SIGKILL).</summary>
public sealed class KilledWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-cuts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_killed_writer_leaves_a_whole_file_with_every_acknowledged_signal()
    {
        var cuts = new Cuts(Path.Combine(folder, "watchkeeper.db"), seed: 1, writes: 100);

        for (var kill = 0; kill < 10; kill++)
            await cuts.CutAsync(TestContext.Current.CancellationToken);

        cuts.Problems.ShouldBeEmpty();
        cuts.Acknowledged.ShouldBeGreaterThan(10);
    }
}

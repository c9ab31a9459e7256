using System.Globalization;

namespace Watchkeeper.Kills.Files;

/// <summary>The long form of killed writers: ten kills over each file, within ten thousand writes and more.</summary>
internal static class ManyCuts
{
    private const int PerFile = 10;
    private const int Writes = 10_000;

    public static async Task<int> RunAsync(int kills, int seed, TextWriter output)
    {
        var began = TimeProvider.System.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("watchkeeper-cuts-").FullName;
        var (acknowledged, problems) = (0, 0);
        for (var kill = 0; kill < kills; kill += PerFile)
        {
            var cuts = new Cuts(Path.Combine(folder, FormattableString.Invariant($"{kill}.db")), seed + kill, 2 * Writes / kills);
            for (var cut = kill; cut < Math.Min(kills, kill + PerFile); cut++)
                await cuts.CutAsync(CancellationToken.None);
            foreach (var problem in cuts.Problems)
                await output.WriteLineAsync(problem);
            (acknowledged, problems) = (acknowledged + cuts.Acknowledged, problems + cuts.Problems.Count);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills over {acknowledged} acknowledged writes: {problems} problems; "
                + $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s"));
        Directory.Delete(folder, recursive: true);
        return problems == 0 ? 0 : 1;
    }
}

using System.Text;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>
/// The story's events with what AWS plans in a far year. A change becomes urgent as its day comes near, and real processes live
/// today, whatever day the story plays on. Both days are Tuesdays, as the dates say.
/// </summary>
internal static class LastingEvents
{
    private const string Planned = "01 Dec 2026";
    private const string Far = "01 Dec 2099";

    /// <summary>Writes them to a folder of their own, and returns its path.</summary>
    public static string Create()
    {
        var (from, to) = (Repository.PathOf("events"), Directory.CreateTempSubdirectory("watchkeeper-events-").FullName);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var bytes = File.ReadAllBytes(file);
            var text = Encoding.Latin1.GetString(bytes);
            File.WriteAllBytes(copy, Encoding.Latin1.GetBytes(text.Replace(Planned, Far, StringComparison.Ordinal)));
        }

        return to;
    }
}

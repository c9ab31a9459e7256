using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Run;

/// <summary>The region of a local run: the origin of most events of the run's own account.</summary>
internal static partial class ReplayRegion
{
    private const string DefaultRegion = "eu-central-1";

    /// <summary>The run's account, in the region that <see cref="Choose"/> returns.</summary>
    public static PhysicalNames NamesFor(ImmutableArray<EventFile> files)
    {
        var names = new PhysicalNames();
        return names with { Region = Choose(files, names.Account) };
    }

    /// <summary>Returns the region with the most events; the first by name if two regions have equally many.</summary>
    public static string Choose(ImmutableArray<EventFile> files, string account) => files
        .Select(file => EventOrigin.Read(file.Bytes))
        .Where(place => place.Account == account && Code().IsMatch(place.Region))
        .CountBy(place => place.Region, StringComparer.Ordinal)
        .OrderByDescending(count => count.Value)
        .ThenBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => count.Key)
        .FirstOrDefault(DefaultRegion);

    [GeneratedRegex(@"\A[a-z]{2,4}(-[a-z]{1,10}){1,3}-[0-9]\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}

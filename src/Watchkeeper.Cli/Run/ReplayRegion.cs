using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Watchkeeper.Aws.Events.Envelopes;

namespace Watchkeeper.Cli.Run;

/// <summary>In which region a local run takes place: where most of its events of the run's own account come from.</summary>
internal static partial class ReplayRegion
{
    private const string DefaultRegion = "eu-central-1";

    /// <summary>The region; of two with as many events the first by name.</summary>
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

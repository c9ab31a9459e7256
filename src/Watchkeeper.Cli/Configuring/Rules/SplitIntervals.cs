using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Time intervals whose parts became alternatives, because each has a dash of its own.</summary>
internal static class SplitIntervals
{
    private static readonly string[] Keys = ["times", "weekdays", "days_of_month", "months", "years", "location"];

    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        foreach (var named in root.Maps("time_intervals").Concat(root.Maps("mute_time_intervals")))
        {
            var parts = named.Maps("time_intervals").ToList();
            for (var at = 1; at < parts.Count; at++)
            {
                var (before, here) = (Present(parts[at - 1]), Present(parts[at]));
                if (before.Length == 1 && here.Length == 1 && before[0] != here[0])
                {
                    problems.Warn(
                        parts[at].Position, parts[at].Path,
                        $"{here[0]} and the {before[0]} before it are alternatives: to need both, write them under one dash");
                }
            }
        }
    }

    private static string[] Present(CheckedMap interval) => [.. Keys.Where(interval.Has)];
}

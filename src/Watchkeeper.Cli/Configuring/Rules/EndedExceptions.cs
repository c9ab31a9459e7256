using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Configuration.Reading;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Exceptions and exclusions that have ended.</summary>
internal static class EndedExceptions
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        var ends = (root.Map("detections")?.Maps("exceptions") ?? []).Concat(root.Map("advisor")?.Maps("exclusions") ?? [])
            .Select(each => each.Text("until")).OfType<CheckedText>();
        foreach (var until in ends)
        {
            if (UntilText.Parse(until.Value) is { } end && end <= today)
                problems.Warn(until.Position, until.Path, $"is «{until.Value}», which is over: it excepts nothing any more");
        }
    }
}

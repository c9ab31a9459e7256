using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>A silence without an end lasts no longer than the longest.</summary>
internal static class SilenceDurations
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        if (root.Map("silences") is { } silences && silences.Text("default_duration") is { } usual
            && silences.Text("max_duration") is { } most && DurationText.Parse(usual.Value) > DurationText.Parse(most.Value))
        {
            problems.Error(usual.Position, usual.Path, $"is {usual.Value}, longer than max_duration, {most.Value}");
        }
    }
}

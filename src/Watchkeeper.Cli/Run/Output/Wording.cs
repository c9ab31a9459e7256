using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run.Output;

/// <summary>Words and styles that both forms of a run's text share.</summary>
internal static class Wording
{
    public const string Quiet = "grey";

    public const string Warning = "yellow";

    /// <summary>A severity in capitals; empty without one.</summary>
    public static string Badge(Severity? severity) => severity?.ToKebabCase().ToUpperInvariant() ?? "";

    /// <summary>The style of a severity.</summary>
    public static string StyleOf(Severity? severity) => severity switch
    {
        Severity.Critical => "white on red",
        Severity.High => "red",
        Severity.Medium => "yellow",
        Severity.Low => "blue",
        _ => Quiet,
    };

    /// <summary>The style of an outcome.</summary>
    public static string StyleOf(Outcome outcome) => outcome switch
    {
        Outcome.Failed => "red",
        Outcome.Recorded => "bold",
        _ => Quiet,
    };

    /// <summary>A channel without the part of an ARN that is the same for all: they belong to the run's account.</summary>
    public static string Way(string channel) =>
        channel.Contains("arn:", StringComparison.Ordinal) ? $"{channel.Split(' ')[0]} {channel.Split(':')[^1]}" : channel;

    /// <summary>«2 mail sent, 1 sns sent».</summary>
    public static string Counts(ImmutableSortedDictionary<string, int> counts) =>
        counts.IsEmpty ? "none" : string.Join(", ", counts.Select(each => $"{each.Value} {each.Key}"));
}

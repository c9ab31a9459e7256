using Watchkeeper.Muting;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>What keeps a message back, as <c>--output json</c> prints it.</summary>
/// <param name="Kind">silence, inhibition, dependency or time-interval.</param>
/// <param name="By">The silence's id, the other incident's id, or the names of the intervals.</param>
/// <param name="Detail">Why, in words; empty for time intervals.</param>
/// <param name="Until">When it ends at the latest; null if that is not known ahead.</param>
internal sealed record SuppressionLine(string Kind, string By, string Detail, DateTimeOffset? Until)
{
    private string words = "";

    /// <summary>The line of a suppression.</summary>
    public static SuppressionLine From(Suppression suppression) =>
        new(suppression.Kind.ToKebabCase(), suppression.By, suppression.Detail, suppression.Until) { words = suppression.Words };

    /// <summary>In words: <c>by silence sil-6a0b… (anna: deploying), until 2026-11-17 10:30:00Z</c>.</summary>
    public string Words() => $"by {words}{(Until is { } end ? $", until {Moment.Full(end)}" : "")}";
}

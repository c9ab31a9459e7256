using System.Globalization;
using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Detecting.Reporting;

/// <summary>A finding and the file that it is in.</summary>
/// <param name="File">The file.</param>
/// <param name="Signal">The act, as the functions would see it.</param>
/// <param name="Stage">Whether the functions would open an incident.</param>
internal sealed record Finding(string File, Signal Signal, DetectionStage Stage)
{
    /// <summary>The severity by the default rules.</summary>
    public Severity Severity { get; } = SeverityRules.Default.Classify(Signal);

    /// <summary>The time of the event, to the second.</summary>
    public string Time { get; } =
        Signal.OccurredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

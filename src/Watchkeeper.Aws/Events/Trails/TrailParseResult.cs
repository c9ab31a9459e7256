using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>The result of <see cref="TrailEvents"/> for one event.</summary>
public abstract record TrailParseResult
{
    private TrailParseResult()
    {
    }

    /// <summary>An event for detections to evaluate.</summary>
    /// <param name="Event">The event.</param>
    public sealed record Happened(TrailEvent Event) : TrailParseResult;

    /// <summary>A result without detections: an insight, which is a signal by itself, or a rejection.</summary>
    /// <param name="Result">The result.</param>
    public sealed record Read(SignalParseResult Result) : TrailParseResult;
}

using System.Collections.Immutable;
using Watchkeeper.Counting;
using Watchkeeper.Text;

namespace Watchkeeper.Signals;

/// <summary>The result of parsing one event. Parsers are total: every payload gives one of these results.</summary>
public abstract record SignalParseResult
{
    private SignalParseResult()
    {
    }

    /// <summary>The event is a signal.</summary>
    /// <param name="Signal">The signal.</param>
    public sealed record Accepted(Signal Signal) : SignalParseResult
    {
        /// <summary>What must be reached before the signal counts; null if it counts by itself.</summary>
        public CountedEvent? Counted { get; init; }
    }

    /// <summary>The event was parsed and needs no decision: a call that no detection matches, a scheduled event.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Reason">Why, in kebab case: <c>no-detection</c>, <c>no-state-change</c>.</param>
    public sealed record Ignored(string EventId, string Reason) : SignalParseResult
    {
        /// <summary>
        /// The state of an alarm that serves a scaling policy, for the component that records alarm states; null otherwise.
        /// </summary>
        public Signal? State { get; init; }

        /// <summary>The ARNs of that alarm's actions, as far as the event reports them.</summary>
        public ImmutableArray<string> Actions { get; init; } = [];
    }

    /// <summary>
    /// A detection matches the event and opens no incident: it is staged, or the caller is expected. Beside this the event is a
    /// signal or ignored.
    /// </summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Detection">The detection's id.</param>
    public sealed record Staged(string EventId, string Detection) : SignalParseResult
    {
        /// <inheritdoc cref="Accepted.Counted"/>
        public CountedEvent? Counted { get; init; }

        /// <summary>Whether the detection is on, and an exception of the configuration covers the caller.</summary>
        public bool IsExpected { get; init; }
    }

    /// <summary>A resource no longer exists. Incidents about its alarms and its planned changes end.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Account">The resource's account.</param>
    /// <param name="Region">The resource's region.</param>
    /// <param name="Resource">The resource's id, such as i-0abc….</param>
    /// <param name="At">When the resource ended.</param>
    /// <param name="Reason">The reason, for people.</param>
    public sealed record Gone(
        string EventId, string Account, string Region, string Resource, DateTimeOffset At, string Reason) : SignalParseResult;

    /// <summary>The event was rejected; the dead-letter queue receives it with the rejection.</summary>
    /// <param name="Rejection">Why.</param>
    public sealed record Rejected(Rejection Rejection) : SignalParseResult;
}

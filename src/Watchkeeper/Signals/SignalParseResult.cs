using System.Collections.Immutable;

namespace Watchkeeper.Signals;

/// <summary>What a parser made of one event. Parsers are total: every payload ends as one of these.</summary>
public abstract record SignalParseResult
{
    private SignalParseResult()
    {
    }

    /// <summary>It is a signal.</summary>
    /// <param name="Signal">The signal.</param>
    public sealed record Accepted(Signal Signal) : SignalParseResult;

    /// <summary>It was understood, and there is nothing in it to act on: a call that no detection matches, a schedule's tick.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Reason">Why, in kebab case: <c>no-detection</c>, <c>no-state-change</c>.</param>
    public sealed record Ignored(string EventId, string Reason) : SignalParseResult
    {
        /// <summary>The state of an alarm that serves a scaling policy, for whoever keeps the states of alarms; null for all else.</summary>
        public Signal? State { get; init; }

        /// <summary>The ARNs of that alarm's actions, as far as they are told.</summary>
        public ImmutableArray<string> Actions { get; init; } = [];
    }

    /// <summary>A resource no longer exists: incidents over its alarms, and over what was planned for it, end.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Account">The resource's account.</param>
    /// <param name="Region">The resource's region.</param>
    /// <param name="Resource">Its id, such as i-0abc….</param>
    /// <param name="At">Since when.</param>
    /// <param name="Reason">Why we say so.</param>
    public sealed record Gone(string EventId, string Account, string Region, string Resource, DateTimeOffset At, string Reason) : SignalParseResult;

    /// <summary>It could not be understood; it goes to the dead-letter queue with this.</summary>
    /// <param name="Path">JSON path (RFC 9535 normalised form without quotes where it can be: <c>$.detail.state.value</c>) of the trouble.</param>
    /// <param name="Reason">What is wrong there and what would be right.</param>
    public sealed record Rejected(string Path, string Reason) : SignalParseResult;
}

using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Timers;

/// <summary>The timers of one event.</summary>
/// <param name="Timers">The time of each timer, in UTC.</param>
/// <param name="Rejected">What is no timer.</param>
public sealed record TimerBatch(ImmutableArray<DateTimeOffset> Timers, ImmutableArray<RejectedTimer> Rejected);

/// <summary>A message that is no timer.</summary>
/// <param name="Body">The message's body; empty if it has none.</param>
/// <param name="Rejection">Why, without text from the message.</param>
public sealed record RejectedTimer(string Body, Rejection Rejection);

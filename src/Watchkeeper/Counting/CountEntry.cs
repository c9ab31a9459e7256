namespace Watchkeeper.Counting;

/// <summary>One value of a counted event.</summary>
/// <param name="Event">The event's mark.</param>
/// <param name="Value">The value's mark.</param>
/// <param name="At">The time of the event in whole seconds since 1970, which is as exact as CloudTrail's.</param>
/// <param name="Answer">The answer that the event was given; every delivery of it is given the same.</param>
public sealed record CountEntry(string Event, string Value, long At, CountAnswer Answer);

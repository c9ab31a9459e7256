using System.Text.Json;

namespace Watchkeeper.Detections.Cases;

/// <summary>One of several events of a test.</summary>
/// <param name="Id">The event's id; two events with one id are two deliveries of one event.</param>
/// <param name="At">The time of the event.</param>
/// <param name="Json">The event.</param>
public sealed record CaseEvent(string Id, DateTimeOffset At, JsonElement Json);

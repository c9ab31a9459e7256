using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Health;

/// <summary>
/// Reads AWS Health events («Reference: AWS Health events Amazon EventBridge schema» in its user guide) and Trusted Advisor's
/// notifications of refreshed check items.
/// </summary>
public static class HealthEvents
{
    /// <summary>Reads an event of EventBridge. Never throws.</summary>
    /// <param name="payload">The payload's bytes.</param>
    /// <param name="now">
    /// The current time, which event times are checked against and which decides whether an end has passed.
    /// </param>
    public static SignalParseResult Read(ReadOnlyMemory<byte> payload, DateTimeOffset now) => Total.Run(() =>
    {
        var root = JsonText.Parse(payload.Span, JsonPath.Root, "an event of AWS Health or Trusted Advisor");
        var source = root.Member("source").OneOf(HealthDocument.Source, AdvisorDocument.Source);
        return source == HealthDocument.Source ? HealthDocument.Read(root, now) : AdvisorDocument.Read(root, now);
    });
}

using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents;

/// <summary>
/// The envelope that Amazon EventBridge puts around every event; source and detail-type say which shape the detail has.
/// See «AWS service event metadata» in the EventBridge user guide.
/// </summary>
/// <typeparam name="T">The shape of the detail.</typeparam>
public class CloudWatchEvent<T>
{
    /// <summary>The envelope's version: <c>0</c>.</summary>
    public string Version { get; set; }

    /// <summary>The 12 digits of the account that the event happened in.</summary>
    public string Account { get; set; }

    /// <summary>The region that the event happened in.</summary>
    public string Region { get; set; }

    /// <summary>What the source says.</summary>
    public T Detail { get; set; }

    /// <summary>The kind of event, unique together with the source.</summary>
    [JsonPropertyName("detail-type")]
    public string DetailType { get; set; }

    /// <summary>Who says it: <c>aws.</c> and the service, or any other name for a custom event.</summary>
    public string Source { get; set; }

    /// <summary>When it happened, UTC, by the source's clock.</summary>
    public DateTime Time { get; set; }

    /// <summary>The event's own id; a duplicate delivery carries the same one.</summary>
    public string Id { get; set; }

    /// <summary>ARNs of what the event is about; many sources leave it empty.</summary>
    public List<string> Resources { get; set; }
}

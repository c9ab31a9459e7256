using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Receivers;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// The messages that moto sent and that the local receiver took, kept in the run's folder as the embedded run keeps its own. moto
/// knows a message only by its id; the timeline says whose it is.
/// </summary>
/// <param name="place">The run's folder.</param>
/// <param name="receiver">The receiver of webhooks.</param>
internal sealed class EmulatedMessages(string place, LocalReceiver receiver) : IDisposable
{
    /// <summary>The environment variable with the folder into which moto lays what it sends.</summary>
    public const string Variable = "WATCHKEEPER_MESSAGES";

    private readonly MessageFolder messages = new(Path.Combine(place, "messages"));
    private readonly Dictionary<string, string> kept = new(StringComparer.Ordinal);

    /// <summary>Creates the folder into which moto lays what it sends; returns its full path.</summary>
    public static string FolderIn(string place) =>
        Directory.CreateDirectory(Path.GetFullPath(Path.Combine(place, "messages", ".sent"))).FullName;

    /// <summary>Removes moto's folder, unless a message is left in it.</summary>
    public void Dispose()
    {
        var sent = new DirectoryInfo(Path.Combine(place, "messages", ".sent"));
        if (sent.Exists && !sent.EnumerateFileSystemInfos().Any())
            sent.Delete();
    }

    /// <summary>
    /// Returns what a delivery says: the message's file in place of its id, or before the receiver's words; unchanged, if neither
    /// moto nor the receiver has the message.
    /// </summary>
    public string DetailOf(NotificationRecord record, Delivery delivery)
    {
        if (delivery.Status is not DeliveryStatus.Sent)
            return delivery.Detail;
        if (ReceivedFileOf(record, delivery) is { } received)
            return $"{received}; {delivery.Detail}";
        var id = delivery.Detail.Split(';')[0];
        return SentFileOf(id, record, delivery) is { } file ? file + delivery.Detail[id.Length..] : delivery.Detail;
    }

    private string? ReceivedFileOf(NotificationRecord record, Delivery delivery)
    {
        var key = record.KeyOf(delivery);
        if (kept.TryGetValue(key, out var known))
            return known;
        return receiver.Take(key) is { } body ? Keep(key, record, delivery, "json", body) : null;
    }

    private string? SentFileOf(string id, NotificationRecord record, Delivery delivery)
    {
        if (id.Length == 0 || id.AsSpan().ContainsAny('/', '\\', '.'))
            return null;
        if (kept.TryGetValue(id, out var known))
            return known;
        var extension = delivery.Channel.Kind is ChannelKind.Mail ? "eml" : "json";
        var sent = Path.Combine(place, "messages", ".sent", $"{id}.{extension}");
        if (!File.Exists(sent))
            return null;
        var file = Keep(id, record, delivery, extension, File.ReadAllBytes(sent));
        File.Delete(sent);
        return file;
    }

    private string Keep(string id, NotificationRecord record, Delivery delivery, string extension, byte[] content)
    {
        string?[] parts =
        [
            record.Entry.Incident.Id, record.Entry.Transition?.ToKebabCase(), record.Entry.Reaction?.Status.ToKebabCase(),
        ];
        var file = messages.Keep(
            delivery.Channel, parts, record.KeyOf(delivery), extension, stream => stream.Write(content));
        kept.Add(id, file);
        return file;
    }
}

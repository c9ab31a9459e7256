using Watchkeeper.Cli.Embedded;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// The messages that moto sent, kept in the run's folder as the embedded run keeps its own. moto knows a message only by its id;
/// the timeline says whose it is.
/// </summary>
/// <param name="place">The run's folder.</param>
internal sealed class MotoMessages(string place) : IDisposable
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
    /// Returns what a delivery says, with the message's file in place of its id; unchanged, if moto did not send it.
    /// </summary>
    public string DetailOf(NotificationRecord record, Delivery delivery)
    {
        var id = delivery.Detail.Split(';')[0];
        return delivery.Status is DeliveryStatus.Sent && FileOf(id, record, delivery) is { } file
            ? file + delivery.Detail[id.Length..]
            : delivery.Detail;
    }

    private string? FileOf(string id, NotificationRecord record, Delivery delivery)
    {
        if (id.Length == 0 || id.AsSpan().ContainsAny('/', '\\', '.'))
            return null;
        if (kept.TryGetValue(id, out var known))
            return known;
        var extension = delivery.Channel.Kind is ChannelKind.Mail ? "eml" : "json";
        var sent = Path.Combine(place, "messages", ".sent", $"{id}.{extension}");
        if (!File.Exists(sent))
            return null;
        string?[] parts =
        [
            record.Entry.Incident.Id, record.Entry.Transition?.ToKebabCase(), record.Entry.Reaction?.Status.ToKebabCase(),
        ];
        var file = messages.Keep(
            delivery.Channel, parts, record.KeyOf(delivery), extension, stream => stream.Write(File.ReadAllBytes(sent)));
        File.Delete(sent);
        kept.Add(id, file);
        return file;
    }
}

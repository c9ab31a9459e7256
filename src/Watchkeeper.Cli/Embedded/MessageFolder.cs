using System.Globalization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// A folder of messages. The file names sort in the order of sending: <c>000003-mail-inc-6924…-resolved-0f1e2d3c4b5a6978.eml</c>.
/// A repeated delivery finds the file of the first attempt. The first message creates the folder.
/// </summary>
internal sealed class MessageFolder(string folder)
{
    private const int HashDigits = 16;
    private const int MaxPartLength = 40;

    private static readonly string[] Attributes = ["incident", "transition", "reaction"];

    private readonly Lock gate = new();
    private Dictionary<string, string>? files;
    private int last;

    /// <summary>Returns the hash that identifies the file of a delivery, in hexadecimal digits.</summary>
    public static string HashOf(Channel channel, string deduplicationKey) =>
        StableHash.Compute(channel.Kind.ToKebabCase(), channel.Address, deduplicationKey)[..HashDigits];

    /// <summary>Returns the hash in a file's name or path; null if the name holds none.</summary>
    public static string? HashIn(string path) =>
        Path.GetFileNameWithoutExtension(path).Split('-') is [_, .., { Length: HashDigits } hash] ? hash : null;

    /// <summary>Writes a file atomically and returns its path.</summary>
    public string Keep(Channel channel, Message message, string deduplicationKey, string extension, Action<Stream> write) =>
        Keep(channel, Attributes.Select(name => message.Attributes[name]), deduplicationKey, extension, write);

    /// <summary>Writes a file atomically and returns its path.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="parts">The incident, the transition and the reaction's status; null or empty for none.</param>
    /// <param name="deduplicationKey">The key, equal for every attempt of one delivery.</param>
    /// <param name="extension">The extension of the file.</param>
    /// <param name="write">Writes the content.</param>
    public string Keep(
        Channel channel, IEnumerable<string?> parts, string deduplicationKey, string extension, Action<Stream> write)
    {
        var hash = HashOf(channel, deduplicationKey);
        lock (gate)
        {
            files ??= Look();
            if (files.TryGetValue(hash, out var known))
                return known;
            var name = string.Create(
                CultureInfo.InvariantCulture, $"{++last:D6}-{channel.Kind.ToKebabCase()}{Suffix(parts)}-{hash}");
            var path = Path.Combine(folder, $"{name}.{extension}");
            var unfinished = $"{path}.part";
            using (var stream = File.Create(unfinished))
                write(stream);
            File.Move(unfinished, path, overwrite: true);
            files.Add(hash, path);
            return path;
        }
    }

    // A run in an existing folder continues its numbers.
    private Dictionary<string, string> Look()
    {
        Directory.CreateDirectory(folder);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var number = Path.GetFileName(path).Split('-')[0];
            if (HashIn(path) is not { } hash
                || path.EndsWith(".part", StringComparison.Ordinal)
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            {
                continue;
            }

            found[hash] = path;
            last = Math.Max(last, n);
        }

        return found;
    }

    private static string Suffix(IEnumerable<string?> parts) => string.Concat(
        parts.Select(part => Safe(part ?? ""))
            .Where(part => part.Length > 0).Select(part => $"-{part}"));

    private static string Safe(string text) =>
        string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(MaxPartLength));
}

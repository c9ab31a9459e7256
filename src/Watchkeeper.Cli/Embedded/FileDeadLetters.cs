using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.DeadLetters;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Writes dead letters to files. <c>NNNN-FUNCTION.event</c> holds the event byte for byte. <c>NNNN-FUNCTION.json</c> beside it
/// holds the function, the time, and the location and description of the error.
/// </summary>
internal sealed class FileDeadLetters(string folder) : IDeadLetters
{
    private readonly List<string> kept = [];
    private readonly Lock gate = new();
    private int taken;
    private int? last;

    /// <summary>Returns the .json files of the dead letters recorded since the last call, in order.</summary>
    public ImmutableArray<string> TakeNew()
    {
        lock (gate)
        {
            ImmutableArray<string> found = [.. kept.Skip(taken)];
            taken = kept.Count;
            return found;
        }
    }

    /// <inheritdoc/>
    public Task SendAsync(DeadLetter deadLetter, CancellationToken cancellationToken)
    {
        Keep(deadLetter);
        return Task.CompletedTask;
    }

    /// <summary>Records a dead letter; returns its .json file.</summary>
    public string Keep(DeadLetter deadLetter)
    {
        lock (gate)
        {
            last = (last ?? LastNumber()) + 1;
            var name = string.Create(CultureInfo.InvariantCulture, $"{last:D4}-{deadLetter.Function}");
            File.WriteAllBytes(Path.Combine(folder, $"{name}.event"), deadLetter.Payload.Span);
            var note = Path.Combine(folder, $"{name}.json");
            File.WriteAllBytes(note, Note(deadLetter, $"{name}.event"));
            kept.Add(note);
            return note;
        }
    }

    // A run or a command in an existing folder continues its numbers.
    private int LastNumber() => Directory.CreateDirectory(folder).EnumerateFiles("*.json")
        .Select(file => int.TryParse(file.Name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
        .DefaultIfEmpty(0).Max();

    private static byte[] Note(DeadLetter deadLetter, string file)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("function", deadLetter.Function);
            writer.WriteString("reason", deadLetter.Rejection.Reason);
            writer.WriteString("path", deadLetter.Rejection.Path);
            writer.WriteString("at", deadLetter.At.UtcDateTime);
            writer.WriteString("event", file);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}

using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Watchkeeper.Simulation.Engine;

/// <summary>
/// What happened, in order: always as one number, by which two runs of a seed are compared, and as lines where somebody reads
/// them.
/// </summary>
/// <param name="write">Gets the lines; null where nobody reads.</param>
internal sealed class Trace(Action<string>? write)
{
    /// <summary>A number over everything said so far.</summary>
    public ulong Hash { get; private set; } = 0xcbf29ce484222325;

    public bool IsRead => write is not null;

    /// <summary>Says one thing. <paramref name="detail"/> is asked only where somebody reads.</summary>
    public void Say(DateTimeOffset now, int actor, string what, string about, Func<string>? detail = null)
    {
        Add((ulong)now.UtcTicks);
        Add((ulong)actor);
        Add(what);
        Add(about);
        if (write is null)
            return;
        var who = actor == 0 ? "world" : actor.ToString("'#'0", CultureInfo.InvariantCulture);
        write($"{now:dd HH:mm:ss.fff} {who,-6} {what,-22} {about}{(detail is null ? "" : " " + detail())}");
    }

    /// <summary>Says something to readers alone; it is no part of the history.</summary>
    public void Remark(string text) => write?.Invoke($"{"",18}{text}");

    public void Add(ulong value) => Hash = (BitOperations.RotateLeft(Hash, 5) ^ value) * 0x9e3779b97f4a7c15;

    public void Add(string text) => Add(MemoryMarshal.AsBytes(text.AsSpan()));

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add((ulong)bytes.Length);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            Add(word);
        foreach (var rest in bytes[(bytes.Length & ~7)..])
            Add(rest);
    }
}

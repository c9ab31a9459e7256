using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Watchkeeper.Simulation.Engine;

/// <summary>
/// The steps of a history in order: always as one hash, which compares two runs of a seed, and as lines if a reader is given.
/// </summary>
/// <param name="write">Receives the lines; null if nobody reads them.</param>
internal sealed class Trace(Action<string>? write)
{
    /// <summary>The hash of every step so far.</summary>
    public ulong Hash { get; private set; } = 0xcbf29ce484222325;

    public bool IsRead => write is not null;

    /// <summary>Records one step. <paramref name="detail"/> is evaluated only for a reader.</summary>
    public void Record(DateTimeOffset now, int actor, string what, string about, Func<string>? detail = null)
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

    /// <summary>Writes a line for readers that is no part of the hash.</summary>
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

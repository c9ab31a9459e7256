using System.Numerics;

namespace Watchkeeper.Simulation.Engine;

/// <summary>
/// Random numbers from a seed: xoshiro256** (Blackman and Vigna), initialised by splitmix64. Implemented here without floating
/// point, so that a seed gives the same history on every machine and under every version of .NET.
/// </summary>
internal sealed class Chance
{
    /// <summary>Certainty, in the unit of <see cref="Happens"/>.</summary>
    public const int Million = 1_000_000;

    private ulong a, b, c, d;

    public Chance(ulong seed)
    {
        a = Mix(ref seed);
        b = Mix(ref seed);
        c = Mix(ref seed);
        d = Mix(ref seed);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>From 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => limit <= 1 ? 0 : (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long Between(long least, long most) =>
        most <= least ? least : least + (long)Math.BigMul(Next(), (ulong)(most - least + 1), out _);

    /// <summary>A time from <paramref name="least"/> to <paramref name="most"/>, in whole milliseconds.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        TimeSpan.FromMilliseconds(Between(least.Ticks / TimeSpan.TicksPerMillisecond, most.Ticks / TimeSpan.TicksPerMillisecond));

    /// <summary>True with a probability of <paramref name="perMillion"/> in a million.</summary>
    public bool Happens(int perMillion) => perMillion > 0 && Below(Million) < perMillion;

    public T Pick<T>(params ReadOnlySpan<T> options) => options[Below(options.Length)];

    /// <summary>Derives the seed of one part of the history, so that the parts do not share a sequence.</summary>
    public static ulong Seed(ulong seed, ulong part)
    {
        var state = seed ^ (part * 0xd1342543de82ef95);
        return Mix(ref state);
    }

    private static ulong Mix(ref ulong state)
    {
        state += 0x9e3779b97f4a7c15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}

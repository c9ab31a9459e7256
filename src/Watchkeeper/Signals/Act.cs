namespace Watchkeeper.Signals;

/// <summary>
/// What tells one act from another within an incident: who did it, from where, what it opened. An act that the incident does not know
/// yet is news, however alike the rest is.
/// </summary>
/// <param name="Key">12 lower-case hexadecimal digits of <see cref="StableHash"/> over what tells acts apart; see <see cref="For"/>.</param>
/// <param name="IsRefused">Whether AWS refused it. A refused act is no news once the same one succeeded; the other way round it is.</param>
public sealed record Act(string Key, bool IsRefused)
{
    private const int KeyLength = 12;
    private const string RefusedMark = "-";

    /// <summary>The act that these values tell from others.</summary>
    public static Act For(bool isRefused, params ReadOnlySpan<string> values) => new(StableHash.Compute(values)[..KeyLength], isRefused);

    /// <summary>What an incident remembers of it: the key, with a mark where it was refused.</summary>
    public string Mark => IsRefused ? Key + RefusedMark : Key;

    /// <summary>Whether an incident that remembers these marks knows it.</summary>
    public bool IsKnownBy(IEnumerable<string> marks) => marks.Any(mark => mark == Key || (IsRefused && mark == Mark));
}

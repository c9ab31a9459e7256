namespace Watchkeeper.Signals;

/// <summary>
/// Distinguishes the acts of one incident: by actor, by source address, by effect. An act that the incident does not know is
/// new, even if everything else is equal.
/// </summary>
/// <param name="Key">
/// 12 lower-case hexadecimal digits of <see cref="StableHash"/> over the distinguishing values; see <see cref="For"/>.
/// </param>
/// <param name="IsRefused">
/// Whether AWS refused the act. A refusal after a success of the same act is not new; a success after a refusal is.
/// </param>
public sealed record Act(string Key, bool IsRefused)
{
    private const int KeyLength = 12;
    private const string RefusedMark = "-";

    /// <summary>The act with these distinguishing values.</summary>
    public static Act For(bool isRefused, params ReadOnlySpan<string> values) =>
        new(StableHash.Compute(values)[..KeyLength], isRefused);

    /// <summary>The text that an incident records for the act: the key, and a mark if the act was refused.</summary>
    public string Mark => IsRefused ? Key + RefusedMark : Key;

    /// <summary>Whether an incident with these marks knows the act.</summary>
    public bool IsKnownBy(IEnumerable<string> marks) => marks.Any(mark => mark == Key || (IsRefused && mark == Mark));
}

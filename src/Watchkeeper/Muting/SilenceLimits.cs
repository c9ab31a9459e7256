namespace Watchkeeper.Muting;

/// <summary>How long silences last where nobody says so, and at most, and when their end is announced (<c>silences</c> of the file).</summary>
/// <param name="Usual">How long a silence lasts that names no end; null if it must name one.</param>
/// <param name="Longest">The longest time for which a silence is added, or extended from then on; null for a year.</param>
public sealed record SilenceLimits(TimeSpan? Usual, TimeSpan? Longest)
{
    /// <summary>
    /// How long before its end a silence is announced while what it keeps quiet fires; zero announces none. Default: 15 minutes.
    /// </summary>
    public TimeSpan Announce { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Without a file: every silence names its end, at most a year ahead.</summary>
    public static readonly SilenceLimits None = new(null, null);
}

using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Muting;

/// <summary>
/// Keeps the incidents with some labels quiet for a time, because a person says so and why. Incidents stay recorded, and
/// reactions go on. Alertmanager's semantics: all matchers must match.
/// </summary>
public sealed record Silence
{
    // Who set a silence for a few minutes knows when it ends.
    private static readonly TimeSpan MinAhead = TimeSpan.FromMinutes(2);

    /// <summary>
    /// <c>sil-</c> and 16 hexadecimal digits; the first eight are the time of its creation, so that ids sort by age.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What is quiet; all must match. Never empty.</summary>
    public required ImmutableArray<Matcher> Matchers { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Until when, excluded.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Who created it.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was created or changed last, by the clock of whoever did.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who extended or ended it last; null if nobody did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The end that was announced; another one is announced anew. Null if none was.</summary>
    public DateTimeOffset? AnnouncedEnd { get; init; }

    /// <summary>1 for the first version; every change by a person adds one.</summary>
    public long Version { get; init; } = 1;

    /// <summary>Whether it holds at a time.</summary>
    public bool IsActiveAt(DateTimeOffset time) => StartsAt <= time && time < EndsAt;

    /// <summary>Whether it is over at a time.</summary>
    public bool IsOverAt(DateTimeOffset time) => EndsAt <= time;

    /// <summary>Whether its end is to be announced at a time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="ahead">How long before the end of a long silence; a short one is announced after three quarters.</param>
    public bool IsToAnnounceAt(DateTimeOffset time, TimeSpan ahead)
    {
        var quarter = (EndsAt - StartsAt) / 4;
        var lead = quarter < ahead ? quarter : ahead;
        return quarter >= MinAhead && lead > TimeSpan.Zero && AnnouncedEnd != EndsAt && IsActiveAt(time) && time >= EndsAt - lead;
    }

    /// <summary>Where it stands at a time.</summary>
    public SilenceState StateAt(DateTimeOffset time) =>
        IsOverAt(time) ? SilenceState.Expired : IsActiveAt(time) ? SilenceState.Active : SilenceState.Pending;

    /// <summary>Whether an incident with these labels is quiet while the silence holds.</summary>
    public bool Matches(LabelSet labels)
    {
        foreach (var matcher in Matchers)
        {
            if (!matcher.Matches(labels))
                return false;
        }

        return !Matchers.IsEmpty;
    }

    /// <summary>The matchers as one text that parses back to them.</summary>
    public string Text => string.Join(", ", Matchers);

    /// <summary>The id of a silence that is created now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="unique">A text that no other silence has.</param>
    public static string IdFor(DateTimeOffset now, string unique)
    {
        var seconds = (uint)Math.Clamp(now.ToUnixTimeSeconds(), 0, uint.MaxValue);
        return $"sil-{seconds:x8}{StableHash.Compute(unique).AsSpan(0, 8)}";
    }
}

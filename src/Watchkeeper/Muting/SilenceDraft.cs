using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Muting;

/// <summary>A silence that somebody wants, in the words in which it was asked for.</summary>
public sealed record SilenceDraft
{
    /// <summary>What shall be quiet; each text holds one or several matchers, and all must match.</summary>
    public required ImmutableArray<string> Matchers { get; init; }

    /// <summary>From when: ISO 8601 with a zone; null for now.</summary>
    public string? From { get; init; }

    /// <summary>How long, from its beginning; null if it has an end, or lasts as long as usual.</summary>
    public string? For { get; init; }

    /// <summary>Until when: ISO 8601 with a zone; null if it has a duration.</summary>
    public string? Until { get; init; }

    /// <summary>Who wants it.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it may keep every incident quiet.</summary>
    public bool IsForEverything { get; init; }

    /// <summary>The silence, or all that is wrong with it at once.</summary>
    /// <param name="now">The time.</param>
    /// <param name="unique">A text that no other silence has.</param>
    /// <param name="limits">How long silences last usually and at most.</param>
    public SilenceDraftResult Check(DateTimeOffset now, string unique, SilenceLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var (problems, warnings) = (new List<SilenceProblem>(), new List<SilenceProblem>());
        var matchers = SilenceMatchers.Read(Matchers);
        problems.AddRange(matchers.Problems);
        warnings.AddRange(matchers.Warnings);
        if (!IsForEverything && matchers.FindEverything() is { } everything)
            problems.Add(everything);
        var span = SilenceSpan.Read(From, For, Until, now, limits, problems, warnings);
        var by = SilenceText.Read(SilenceField.By, By, SubjectLimits.LabelValue, problems);
        var reason = SilenceText.Read(SilenceField.Reason, Reason, SubjectLimits.Description, problems);
        if (span is not { } known || problems.Count > 0)
            return new SilenceDraftResult.Invalid([.. problems]);
        var silence = new Silence
        {
            Id = Silence.IdFor(now, unique),
            Matchers = matchers.Matchers,
            StartsAt = known.StartsAt,
            EndsAt = known.EndsAt,
            By = by,
            Reason = reason,
            ChangedAt = now,
        };
        return new SilenceDraftResult.Valid(silence, [.. warnings]);
    }
}

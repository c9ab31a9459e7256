using Watchkeeper.Signals;

namespace Watchkeeper.Muting;

/// <summary>What people may do with a silence later: let it last longer, or end it.</summary>
public static class SilenceChange
{
    /// <summary>The silence with a later end, or all that is wrong with the wish. It is not over.</summary>
    /// <param name="before">The silence.</param>
    /// <param name="duration">How long from now; null with an end.</param>
    /// <param name="until">Until when; null with a duration.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="now">The time.</param>
    /// <param name="limits">How long it lasts from now usually and at most.</param>
    public static SilenceDraftResult Extend(
        Silence before, string? duration, string? until, string by, DateTimeOffset now, SilenceLimits limits)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(limits);
        var problems = new List<SilenceProblem>();
        var end = SilenceSpan.ReadEnd(duration, until, now, now, limits, problems);
        var field = until is null ? SilenceField.For : SilenceField.Until;
        if (end < before.EndsAt)
            problems.Add(new(field, "ends before the silence does: to make it shorter, end it now and add another one"));
        var who = SilenceText.Read(SilenceField.By, by, SubjectLimits.LabelValue, problems);
        return end is { } known && problems.Count == 0
            ? new SilenceDraftResult.Valid(before with { EndsAt = known, ChangedBy = who, ChangedAt = now }, [])
            : new SilenceDraftResult.Invalid([.. problems]);
    }

    /// <summary>The silence ended now, also before its beginning, or what is wrong with the name.</summary>
    /// <param name="before">The silence; not over.</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="now">The time.</param>
    public static SilenceDraftResult Expire(Silence before, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        var problems = new List<SilenceProblem>();
        var who = SilenceText.Read(SilenceField.By, by, SubjectLimits.LabelValue, problems);
        var start = before.StartsAt < now ? before.StartsAt : now;
        return problems.Count == 0
            ? new SilenceDraftResult.Valid(before with { StartsAt = start, EndsAt = now, ChangedBy = who, ChangedAt = now }, [])
            : new SilenceDraftResult.Invalid([.. problems]);
    }
}

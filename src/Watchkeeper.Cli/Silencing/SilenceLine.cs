using System.Collections.Immutable;
using Watchkeeper.Muting;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Silencing;

/// <summary>One silence as <c>--output json</c> prints it. The names are stable.</summary>
internal sealed record SilenceLine
{
    /// <summary>The whole id.</summary>
    public required string Id { get; init; }

    /// <summary>pending, active or expired.</summary>
    public required string State { get; init; }

    /// <summary>The matchers, each in a form that parses back to it.</summary>
    public required ImmutableArray<string> Matchers { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Until when, excluded.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Who created it.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who extended or ended it last; null if nobody did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When it was created or changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many active incidents it keeps quiet now; null where they were not counted.</summary>
    public int? Quiets { get; init; }

    /// <summary>The line of a silence.</summary>
    public static SilenceLine From(Silence silence, DateTimeOffset now, int? quiets = null) => new()
    {
        Id = silence.Id,
        State = silence.StateAt(now).ToKebabCase(),
        Matchers = [.. silence.Matchers.Select(matcher => matcher.ToString())],
        StartsAt = silence.StartsAt,
        EndsAt = silence.EndsAt,
        By = silence.By,
        Reason = silence.Reason,
        ChangedBy = silence.ChangedBy,
        ChangedAt = silence.ChangedAt,
        Quiets = quiets,
    };
}

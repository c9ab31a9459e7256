using System.Globalization;
using Watchkeeper.Text;

namespace Watchkeeper.Reactions;

/// <summary>
/// The guard rails of one reaction as conditions that a store can enforce by itself. Dry-run counts in keys of its own, so that it
/// shows just what auto would do and takes nothing from it.
/// </summary>
public sealed record Reservation
{
    /// <summary>The row to write.</summary>
    public required ReactionRecord Record { get; init; }

    /// <summary>Key of the target's cool-down.</summary>
    public required string CooldownKey { get; init; }

    /// <summary>When it is made; a cool-down that ends at or before this time is over.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the new cool-down ends.</summary>
    public required DateTimeOffset CooldownUntil { get; init; }

    /// <summary>Key of the hour's budget.</summary>
    public required string BudgetKey { get; init; }

    /// <summary>Most reservations in that hour.</summary>
    public required int Budget { get; init; }

    /// <summary>For a replacement its group; null for all else.</summary>
    public GroupClaim? Group { get; init; }

    /// <summary>The guard rails for a record whose action is to be reserved.</summary>
    /// <param name="record">The record.</param>
    /// <param name="options">The limits.</param>
    /// <param name="known">The replacements in the group that the action was proposed with.</param>
    /// <param name="now">When it is made.</param>
    public static Reservation For(ReactionRecord record, ReactionOptions options, Replacements known, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(known);
        var mode = record.Mode.ToKebabCase();
        return new Reservation
        {
            Record = record,
            CooldownKey = $"{mode}#{record.Action!.Target}",
            Now = now,
            CooldownUntil = now + options.Cooldown,
            BudgetKey = $"{mode}#{now.UtcDateTime.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture)}",
            Budget = options.PerHour,
            Group = record.Action is ReactionAction.MarkUnhealthy mark
                ? new GroupClaim($"{mode}#{mark.Group}", known, known.With(mark.Instance, now))
                : null,
        };
    }
}

/// <summary>One more replacement in a group, in which nobody may have reserved another one meanwhile.</summary>
/// <param name="Key">Key of the group's replacements.</param>
/// <param name="Known">Those that must be the ones in the ledger.</param>
/// <param name="Next">What is to be written in their place.</param>
public sealed record GroupClaim(string Key, Replacements Known, Replacements Next);

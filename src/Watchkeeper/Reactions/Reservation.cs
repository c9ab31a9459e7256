using System.Globalization;
using Watchkeeper.Text;

namespace Watchkeeper.Reactions;

/// <summary>
/// The guard rails of one reaction as conditions that a store can enforce. Dry-run has keys of its own: it shows what auto would
/// do, and uses up none of auto's budget.
/// </summary>
public sealed record Reservation
{
    /// <summary>The row to write.</summary>
    public required ReactionRecord Record { get; init; }

    /// <summary>Key of the target's cool-down.</summary>
    public required string CooldownKey { get; init; }

    /// <summary>Time of the reservation. A cool-down that ends at or before this time is over.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the new cool-down ends.</summary>
    public required DateTimeOffset CooldownUntil { get; init; }

    /// <summary>Key of the hour's budget.</summary>
    public required string BudgetKey { get; init; }

    /// <summary>Maximum number of reservations in that hour.</summary>
    public required int Budget { get; init; }

    /// <summary>The replacement in its group; null for any other reaction.</summary>
    public GroupClaim? Group { get; init; }

    /// <summary>The guard rails for a record with a proposed call.</summary>
    /// <param name="record">The record.</param>
    /// <param name="options">The limits.</param>
    /// <param name="known">The replacements in the group that the proposal is based on.</param>
    /// <param name="now">Time of the reservation.</param>
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

/// <summary>One more replacement in a group. The condition: no other process has reserved a replacement since.</summary>
/// <param name="Key">Key of the group's replacements.</param>
/// <param name="Known">The replacements that the ledger must still hold.</param>
/// <param name="Next">The replacements to write instead.</param>
public sealed record GroupClaim(string Key, Replacements Known, Replacements Next);

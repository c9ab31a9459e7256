using System.Globalization;

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

    /// <summary>The guard rails for a record whose action is to be reserved.</summary>
    public static Reservation For(ReactionRecord record, ReactionOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(options);
        var mode = Kebab.Of(record.Mode);
        return new Reservation
        {
            Record = record,
            CooldownKey = $"{mode}#{record.Action!.Target}",
            Now = now,
            CooldownUntil = now + options.Cooldown,
            BudgetKey = $"{mode}#{now.UtcDateTime.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture)}",
            Budget = options.PerHour,
        };
    }
}

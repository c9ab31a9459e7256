using System.Collections.Immutable;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>A reservation as three writes, or four for a replacement, in the order in which their refusals count.</summary>
internal static class ReservationWrites
{
    /// <summary>The position of each write in the transaction, and of its outcome in the result.</summary>
    public const int Row = 0, Cooldown = 1, Budget = 2, Group = 3;

    private const string Until = "un";
    private const string Taken = "n";

    // Guards are stored longer than they count, so that operators can see why one refused.
    private static readonly TimeSpan GuardRetention = TimeSpan.FromDays(2);

    // DynamoDB's SDK gives each request a token and repeats it in its retries. So a retry after a lost answer gets the same
    // answer, and a second caller with an equal reservation is still refused.
    public static ImmutableArray<RowWrite> Create(Reservation reservation, TimeSpan retention) =>
    [
        new RowPut(ReactionItem.WriteRow(reservation.Record, retention), RowGuard.NoRow),
        StartCooldown(reservation),
        TakeFromBudget(reservation),
        .. GroupOf(reservation),
    ];

    private static IEnumerable<RowPut> GroupOf(Reservation reservation)
    {
        if (reservation.Group is not { } group)
            yield break;
        yield return new RowPut(
            GroupItem.WriteRow(Keys.Group(group.Key), group.Next, reservation.Now + GuardRetention),
            group.Known.Version == 0 ? RowGuard.NoRow : RowGuard.Equal(GroupItem.Version, group.Known.Version));
    }

    private static RowUpdate StartCooldown(Reservation reservation) => new(
        Keys.Cooldown(reservation.CooldownKey),
        [
            RowChange.Set(Until, ItemWriter.Time(reservation.CooldownUntil)),
            RowChange.Set(RowSchema.TimeToLive, ItemWriter.End(reservation.CooldownUntil + GuardRetention)),
        ],
        RowGuard.Any(RowGuard.NoRow, RowGuard.AtMost(Until, ItemWriter.Time(reservation.Now))));

    private static RowUpdate TakeFromBudget(Reservation reservation)
    {
        var left = RowGuard.Less(Taken, RowValue.Number(reservation.Budget));
        return new RowUpdate(
            Keys.Budget(reservation.BudgetKey),
            [
                RowChange.Set(RowSchema.TimeToLive, ItemWriter.End(reservation.Now + GuardRetention)),
                RowChange.Count(Taken, 1),
            ],
            // A budget of zero refuses even the first reservation, because a comparison with a missing attribute is false.
            reservation.Budget > 0 ? RowGuard.Any(RowGuard.Missing(Taken), left) : left);
    }
}

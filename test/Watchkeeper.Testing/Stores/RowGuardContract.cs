using Shouldly;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of guards in every table.</summary>
public abstract class RowGuardContract : StoreContract
{
    private static readonly RowKey Key = new("P#1", "S#1");

    [Theory]
    [MemberData(nameof(RowSamples.GuardNames), MemberType = typeof(RowSamples))]
    public async Task A_guard_gives_the_same_answer_in_every_table(string name)
    {
        await using var stores = await OpenAsync();
        var (guard, holds) = RowSamples.Guards[name];
        await stores.Table.WriteAsync(new RowPut(RowSamples.Everything(Key)), Token);

        (await WriteAsync(stores, guard)).ShouldBe(holds);
        (await WriteAsync(stores, RowGuard.Not(guard))).ShouldBe(!holds);
        (await WriteAsync(stores, RowGuard.All(guard, RowGuard.Exists(RowKey.PkName)))).ShouldBe(holds);
        (await WriteAsync(stores, RowGuard.Any(guard, RowGuard.Missing(RowKey.PkName)))).ShouldBe(holds);
    }

    [Theory]
    [MemberData(nameof(RowSamples.GuardNames), MemberType = typeof(RowSamples))]
    public async Task A_guard_treats_a_missing_row_like_one_without_attributes(string name)
    {
        await using var stores = await OpenAsync();
        var guard = RowSamples.Guards[name].Guard;

        (await WriteAsync(stores, guard)).ShouldBe(guard.Holds(Row.Empty));
    }

    private static async Task<bool> WriteAsync(StoreHarness stores, RowGuard guard) =>
        await stores.Table.WriteAsync(new RowUpdate(Key, [RowChange.Count("writes", 1)], guard), Token) is RowWritten;
}

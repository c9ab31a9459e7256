using System.Text;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="AppliedDetectionStore"/>.</summary>
public abstract class AppliedDetectionContract : StoreContract
{
    [Fact]
    public async Task A_list_of_several_rows_is_read_as_it_was_applied_and_taken_back()
    {
        await using var stores = await OpenAsync();
        var store = new AppliedDetectionStore(stores.Table);
        (await store.ReadHeadAsync(Token)).ShouldBeNull();
        var list = List('a', 700_000);

        await store.ApplyAsync(null, list, 3, "kim", Orders.Now(1), Token);

        var head = (await store.ReadHeadAsync(Token)).ShouldNotBeNull();
        (head.Number, head.List!.Chunks, head.List.Files, head.By).ShouldBe((1, 3, 3, "kim"));
        (await store.ReadListAsync(head.List!, Token)).ToArray().ShouldBe(list);
        await store.ApplyAsync(head, default, 0, "alex", Orders.Now(2), Token);
        var none = (await store.ReadHeadAsync(Token)).ShouldNotBeNull();
        (none.Number, none.List, none.By).ShouldBe((2, null, "alex"));
        // A process that still has the former head finds its list.
        (await store.ReadListAsync(head.List!, Token)).ToArray().ShouldBe(list);
    }

    [Fact]
    public async Task Of_people_who_apply_at_once_one_wins_and_the_others_are_told_who()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(6, number => new AppliedDetectionStore(stores.Table).ApplyAsync(
            null, List((char)('a' + number), 300_000), 1, $"person-{number}", Orders.Now(number), Token));

        var winner = results.OfType<ApplyResult.Applied>().ShouldHaveSingleItem().Head;
        results.OfType<ApplyResult.Overtaken>().Count().ShouldBe(5);
        results.OfType<ApplyResult.Overtaken>().ShouldAllBe(other => other.Head.By == winner.By);
        var store = new AppliedDetectionStore(stores.Table);
        var head = (await store.ReadHeadAsync(Token)).ShouldNotBeNull();
        head.By.ShouldBe(winner.By);
        (await store.ReadListAsync(head.List!, Token)).Length.ShouldBe(300_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_process_that_dies_while_it_applies_leaves_the_former_list_in_force(int writes)
    {
        await using var stores = await OpenAsync();
        var store = new AppliedDetectionStore(stores.Table);
        await store.ApplyAsync(null, List('a', 300_000), 1, "kim", Orders.Now(1), Token);
        var head = await store.ReadHeadAsync(Token);

        var dying = new AppliedDetectionStore(new DyingTable(stores.Table, writes));
        await Should.ThrowAsync<IOException>(
            () => dying.ApplyAsync(head, List('b', 700_000), 1, "alex", Orders.Now(2), Token));

        (await store.ReadHeadAsync(Token)).ShouldBe(head);
        (await store.ReadListAsync(head!.List!, Token)).ToArray().ShouldBe(List('a', 300_000));
        (await store.ApplyAsync(head, List('b', 700_000), 1, "alex", Orders.Now(3), Token))
            .ShouldBeOfType<ApplyResult.Applied>("the second attempt finds nothing in its way");
    }

    [Fact]
    public async Task A_list_that_is_not_the_one_that_was_applied_is_refused()
    {
        await using var stores = await OpenAsync();
        var store = new AppliedDetectionStore(stores.Table);
        await store.ApplyAsync(null, List('a', 300_000), 1, "kim", Orders.Now(1), Token);
        var head = (await store.ReadHeadAsync(Token))!;

        await stores.Table.WriteAsync(
            new RowPut(AppliedItem.WriteChunk(head.List!.Hash, 1, List('b', 300_000 - (256 * 1024)))), Token);
        await Should.ThrowAsync<UnreadableRowException>(() => store.ReadListAsync(head.List!, Token));
        await stores.Table.WriteAsync(new RowDelete(Keys.DetectionChunk(head.List!.Hash, 1)), Token);
        await Should.ThrowAsync<UnreadableRowException>(() => store.ReadListAsync(head.List!, Token));
    }

    [Fact]
    public async Task A_head_of_a_newer_version_is_refused()
    {
        await using var stores = await OpenAsync();
        var row = ItemWriter.Row(Keys.DetectionHead).Number(RowSchema.Attribute, RowSchema.Current + 1).Number("v", 1).ToRow();
        await stores.Table.WriteAsync(new RowPut(row), Token);

        await Should.ThrowAsync<UnreadableRowException>(() => new AppliedDetectionStore(stores.Table).ReadHeadAsync(Token));
    }

    [Fact]
    public async Task A_head_says_how_many_built_in_detections_the_list_replaces_and_an_earlier_one_does_not_say()
    {
        await using var stores = await OpenAsync();
        var store = new AppliedDetectionStore(stores.Table);

        await store.ApplyAsync(null, OwnFiles.List(OwnFiles.Tap("root-use"), OwnFiles.Tap("own")), 2, "kim", Orders.Now(1), Token);
        var head = (await store.ReadHeadAsync(Token)).ShouldNotBeNull();
        head.List!.Replaced.ShouldBe(1);
        await store.ApplyAsync(head, OwnFiles.List(OwnFiles.Tap("own")), 1, "kim", Orders.Now(2), Token);
        (await store.ReadHeadAsync(Token))!.List!.Replaced.ShouldBe(0);
        var earlier = ItemWriter.Row(Keys.DetectionHead).Number("v", 1).Text("h", "0123").Count("cn", 1).Count("fn", 1)
            .Text("by", "kim").Time("at", Orders.Now(1)).ToRow();
        await stores.Table.WriteAsync(new RowPut(earlier), Token);
        (await store.ReadHeadAsync(Token))!.List!.Replaced.ShouldBeNull();
    }

    private static byte[] List(char letter, int length) => Encoding.UTF8.GetBytes(new string(letter, length));

    // Fails from the given write on.
    private sealed class DyingTable(IRowTable inner, int writes) : IRowTable
    {
        private int written;

        public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
            ++written >= writes ? throw new IOException("killed") : inner.WriteAsync(write, cancellationToken);

        public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken) => inner.ReadAsync(key, cancellationToken);

        public Task<RowTransactionResult> WriteAllAsync(
            System.Collections.Immutable.ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}

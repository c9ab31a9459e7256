using Microsoft.Data.Sqlite;
using Shouldly;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class EmbeddedDatabaseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_still_there_when_the_file_is_opened_again()
    {
        await using var harness = new EmbeddedHarness();
        var file = Path.Combine(Path.GetDirectoryName(harness.File)!, "again.db");
        using (var database = EmbeddedDatabase.Open(file))
            await SlotsIn(database).WriteAsync(Orders.Opening(), Token);

        using var again = EmbeddedDatabase.Open(file);

        (await SlotsIn(again).ReadAsync(Orders.Subject().Fingerprint, Token)).ShouldBe(Orders.Opening().Apply(null));
        new ChangeTable(again).Read(0, 10).ShouldHaveSingleItem().Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task Changes_are_read_from_a_checkpoint_on_and_no_more_than_were_asked_for()
    {
        await using var harness = new EmbeddedHarness();
        foreach (var minute in Enumerable.Range(0, 5))
            await harness.Slots.RecordAsync(Orders.Signal(minute: minute), Severity.High, Token);
        var changes = new ChangeTable(harness.Open());

        changes.Read(0, 2).Select(change => change.Sequence).ShouldBe([1, 2]);
        changes.Read(3, 10)
            .Select(change => ((SlotChanged)StoreChanges.Read(change.Key.Sk, change.Before, change.After)!).After.Version)
            .ShouldBe([4, 5]);
        changes.Read(5, 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_checkpoint_of_a_consumer_never_goes_back()
    {
        await using var harness = new EmbeddedHarness();
        var changes = new ChangeTable(harness.Open());

        changes.Checkpoint("notify").ShouldBe(0);
        await changes.AdvanceAsync("notify", 7, Token);
        await changes.AdvanceAsync("notify", 5, Token);
        await changes.AdvanceAsync("react", 2, Token);

        new ChangeTable(harness.Open()).Checkpoint("notify").ShouldBe(7);
        changes.Checkpoint("react").ShouldBe(2);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        await using var harness = new EmbeddedHarness();
        await ExecuteAsync(harness.File, "PRAGMA user_version = 4");

        Should.Throw<RunException>(() => EmbeddedDatabase.Open(harness.File)).Message.ShouldContain("form 4");
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_is_kept_under_another_name()
    {
        await using var harness = new EmbeddedHarness();
        var file = Path.Combine(Path.GetDirectoryName(harness.File)!, "earlier.db");
        foreach (var number in (int[])[1, 2])
        {
            await ExecuteAsync(
                file, "PRAGMA journal_mode = WAL; CREATE TABLE slots (json TEXT); INSERT INTO slots VALUES "
                    + $"('{number}'); PRAGMA user_version = 2");

            using var database = EmbeddedDatabase.Open(file);

            database.KeptAside.ShouldBe(
                file.Replace("earlier.db", number == 1 ? "earlier.form-2.db" : "earlier.form-2-2.db", StringComparison.Ordinal));
            (await ExecuteAsync(database.KeptAside!, "SELECT json FROM slots")).ShouldBe($"{number}");
            (await SlotsIn(database).WriteAsync(Orders.Opening(), Token)).ShouldBeOfType<SlotWritten>();
            using (var again = EmbeddedDatabase.Open(file))
                again.KeptAside.ShouldBeNull();
            database.Dispose();
            System.IO.File.Delete(file);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await using var harness = new EmbeddedHarness();
        var file = harness.File + ".txt";
        await System.IO.File.WriteAllTextAsync(file, new string('x', 4096), Token);

        Should.Throw<RunException>(() => EmbeddedDatabase.Open(file)).Message.ShouldContain("no SQLite database");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"pk\":{\"S\":\"p\"}}")]
    [InlineData("{\"z\":{\"N\":\"one\"}}")]
    [InlineData("{\"z\":{\"N\":\"1\"},\"v\":{\"S\":\"one\"}}")]
    public async Task A_row_that_cannot_be_read_is_reported_with_its_place(string json)
    {
        await using var harness = new EmbeddedHarness();
        await harness.Slots.WriteAsync(Orders.Opening(), Token);
        await ExecuteAsync(harness.File, $"UPDATE rows SET json = '{json}'");

        await Should.ThrowAsync<UnreadableRowException>(() => harness.Slots.WriteAsync(Orders.Repeat(1), Token));
        await Should.ThrowAsync<UnreadableRowException>(() => harness.Slots.ReadAsync(Orders.Subject().Fingerprint, Token));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"z\":1}")]
    public async Task A_value_that_is_no_row_is_reported(string json)
    {
        await using var harness = new EmbeddedHarness();
        await harness.Slots.WriteAsync(Orders.Opening(), Token);
        await ExecuteAsync(harness.File, $"UPDATE rows SET json = '{json}'");

        await Should.ThrowAsync<InvalidDataException>(() => harness.Slots.WriteAsync(Orders.Repeat(1), Token));
    }

    private static SlotStore SlotsIn(EmbeddedDatabase database) => new(new EmbeddedTable(database), StoreHarness.SlotRetention);

    private static async Task<object?> ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Token);
    }
}

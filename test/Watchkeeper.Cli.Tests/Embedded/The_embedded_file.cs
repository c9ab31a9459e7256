using Microsoft.Data.Sqlite;
using Shouldly;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class The_embedded_file
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_what_was_written_when_it_is_opened_again()
    {
        await using var harness = new EmbeddedHarness();
        var file = Path.Combine(Path.GetDirectoryName(harness.File)!, "again.db");
        using (var database = EmbeddedDatabase.Open(file))
            await new EmbeddedSlotStore(database).WriteAsync(Orders.Opening(), Token);

        using var again = EmbeddedDatabase.Open(file);

        (await new EmbeddedSlotStore(again).ReadAsync(Orders.Subject().Fingerprint, Token)).ShouldBe(Orders.Opening().Apply(null));
        new ChangeTable(again).Read(0, 10).ShouldHaveSingleItem().Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_changes_from_a_checkpoint_on_and_no_more_than_were_asked_for()
    {
        await using var harness = new EmbeddedHarness();
        foreach (var minute in Enumerable.Range(0, 5))
            await harness.Slots.RecordAsync(Orders.Signal(minute: minute), Severity.High, Token);
        var changes = new ChangeTable(harness.Open());

        changes.Read(0, 2).Select(change => change.Sequence).ShouldBe([1, 2]);
        changes.Read(3, 10).Select(change => ((SlotChanged)change.Change).After.Version).ShouldBe([4, 5]);
        changes.Read(5, 10).ShouldBeEmpty();
    }

    [Fact]
    public async Task Remembers_for_each_consumer_how_far_it_is_and_never_goes_back()
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
    public async Task Is_refused_where_a_newer_version_wrote_it()
    {
        await using var harness = new EmbeddedHarness();
        await ExecuteAsync(harness.File, "PRAGMA user_version = 4");

        Should.Throw<InvalidDataException>(() => EmbeddedDatabase.Open(harness.File)).Message.ShouldContain("form 4");
    }

    [Fact]
    public async Task Is_brought_forward_where_an_older_version_wrote_it()
    {
        await using var harness = new EmbeddedHarness();
        var started = Reacting.Started();
        await harness.Reactions.ReserveAsync(Reacting.Reserve(started), Token);
        await ExecuteAsync(
            harness.File,
            """
            DROP TABLE replacements;
            DROP INDEX slots_dismissed;
            CREATE TABLE snapshots (check_id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
            PRAGMA user_version = 1
            """);

        var ledger = new EmbeddedReactionLedger(harness.Open());

        (await ledger.ReadAsync(started.Incident.Id, started.Step, Token)).ShouldBe(started);
        (await ledger.ReserveAsync(Reacting.Reserve(Reacting.Replacing("i-1")), Token)).ShouldBe(new ReservationResult.Reserved());
    }

    [Fact]
    public async Task Is_refused_where_it_is_no_database()
    {
        await using var harness = new EmbeddedHarness();
        var file = harness.File + ".txt";
        await System.IO.File.WriteAllTextAsync(file, new string('x', 4096), Token);

        Should.Throw<SqliteException>(() => EmbeddedDatabase.Open(file)).Message.ShouldContain("not a database");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"fingerprint\":\"a\",\"version\":\"one\"}")]
    [InlineData("[]")]
    public async Task Says_so_where_a_row_cannot_be_read(string json)
    {
        await using var harness = new EmbeddedHarness();
        await harness.Slots.WriteAsync(Orders.Opening(), Token);
        await ExecuteAsync(harness.File, $"UPDATE slots SET json = '{json}'");

        await Should.ThrowAsync<InvalidDataException>(() => harness.Slots.WriteAsync(Orders.Repeat(1), Token));
        await Should.ThrowAsync<InvalidDataException>(() => harness.Slots.ReadAsync(Orders.Subject().Fingerprint, Token));
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}

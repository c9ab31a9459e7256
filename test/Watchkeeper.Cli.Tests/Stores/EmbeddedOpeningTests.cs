using Microsoft.Data.Sqlite;
using Shouldly;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Queries;
using Watchkeeper.Storage;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

public sealed class EmbeddedOpeningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_is_asked_while_another_process_has_it_open()
    {
        using var run = EmbeddedDatabase.Open(folder.File("watchkeeper.db"));
        await new SlotStore(new EmbeddedTable(run), StoreHarness.SlotRetention).WriteAsync(Orders.Opening(), Token);

        await using var store = await OpenAsync();

        var page = await store.Queries.ListAsync(new IncidentQuestion.Active(), 10, null, Token);
        page.Incidents.ShouldHaveSingleItem().Incident.Subject.ShouldBe(Orders.Subject());
        store.Place.ShouldBe(folder.Path);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named_and_not_created()
    {
        var missing = Path.Combine(folder.Path, "missing");

        (await RefusedAsync(missing)).ShouldContain("no such folder");

        Directory.Exists(missing).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_without_data_is_refused_and_stays_empty()
    {
        (await RefusedAsync(folder.Path)).ShouldContain("watchkeeper.db is missing");

        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_folder_of_a_run_with_emulators_is_named_as_such()
    {
        new RunRecord { Backend = "emulators", Template = "template.yaml", Region = "eu-central-1" }.Write(folder.Path);

        (await RefusedAsync(folder.Path)).ShouldContain("--backend emulators");
    }

    [Theory]
    [InlineData("no SQLite database", 4096)]
    [InlineData("not the data of a run", 0)]
    public async Task A_file_that_is_no_database_is_refused(string message, int length)
    {
        folder.File("watchkeeper.db", new string('x', length));

        (await RefusedAsync(folder.Path)).ShouldContain(message);
    }

    [Theory]
    [InlineData("PRAGMA application_id = 1465142096; PRAGMA user_version = 4", "form 4, from a newer version")]
    [InlineData("CREATE TABLE slots (json TEXT); PRAGMA user_version = 2", "form 2, from an earlier version")]
    [InlineData("CREATE TABLE songs (title TEXT); PRAGMA user_version = 4", "not the data of a run")]
    [InlineData("PRAGMA user_version = 3", "not the data of a run")]
    [InlineData("CREATE TABLE songs (title TEXT)", "not the data of a run")]
    public async Task A_database_of_another_form_is_refused_and_left_as_it_is(string sql, string message)
    {
        var file = folder.File("watchkeeper.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Token);
        }

        var before = await File.ReadAllBytesAsync(file, Token);

        (await RefusedAsync(folder.Path)).ShouldContain(message);

        Directory.EnumerateFiles(folder.Path).ShouldBe([file]);
        (await File.ReadAllBytesAsync(file, Token)).ShouldBe(before);
    }

    [Fact]
    public void The_newest_run_is_the_one_that_began_last_in_the_nearest_folder_above()
    {
        var runs = Path.Combine(".watchkeeper", "runs");
        folder.File(Path.Combine(runs, "20261101-080000-000", "watchkeeper.db"), "");
        var newest = folder.File(Path.Combine(runs, "20261102-080000-000", "watchkeeper.db"), "");
        folder.File(Path.Combine(runs, "20261103-080000-000", "functions.log"), "");
        var below = Directory.CreateDirectory(Path.Combine(folder.Path, "src", "deep")).FullName;

        RunFolders.Newest(below, each => File.Exists(Path.Combine(each, "watchkeeper.db")))
            .ShouldBe(Path.GetDirectoryName(newest));
        RunFolders.Newest(below, _ => false).ShouldBeNull();
    }

    private Task<IIncidentStore> OpenAsync(string? data = null) => StoreOpening.OpenAsync(
        new StoreOptions { Backend = "embedded", Data = data ?? folder.Path }, TimeProvider.System, Token);

    private async Task<string> RefusedAsync(string data)
    {
        var refused = await Should.ThrowAsync<RunException>(() => OpenAsync(data));
        refused.Message.ShouldNotContain('\n');
        return refused.Message;
    }
}

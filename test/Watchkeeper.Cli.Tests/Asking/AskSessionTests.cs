using Microsoft.Data.Sqlite;
using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Tests.Embedded;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>What cannot be asked is said in one line, and left as it was.</summary>
public sealed class AskSessionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-foreign-");

    private string Database => Path.Combine(folder.FullName, "watchkeeper.db");

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var nowhere = Path.Combine(folder.FullName, "nowhere");
        using var asker = new Asker(nowhere);

        (await asker.ListAsync()).ShouldBe(Answer.Unclear);

        asker.Errors.ShouldBe($"--data is «{nowhere}», but there is no such folder.\n");
        Directory.Exists(nowhere).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, "No")]
    [InlineData(false, "Unclear")]
    public async Task Rows_that_stay_busy_are_said_in_one_line(bool isAction, string answer)
    {
        EmbeddedTables.Create(folder.FullName);
        using var asker = new Asker(folder.FullName);
        var session = new AskSession(
            new StoreOptions { Backend = "embedded", Data = folder.FullName }, asker.Screen, TimeProvider.System);

        var found = await session.RunAsync(
            (_, _, _) => throw new BusyRowsException("the rows were busy 6 times"), isAction, TestContext.Current.CancellationToken);

        found.ToString().ShouldBe(answer);
        asker.Errors.ShouldBe("Nothing was changed, because the rows were busy 6 times. Try again.\n");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        await File.WriteAllTextAsync(Database, "hello", TestContext.Current.CancellationToken);
        using var asker = new Asker(folder.FullName);

        (await asker.ListAsync()).ShouldBe(Answer.Unclear);

        asker.Errors.Split('\n').Length.ShouldBe(2);
        asker.Errors.ShouldContain("is no SQLite database");
        (await File.ReadAllTextAsync(Database, TestContext.Current.CancellationToken)).ShouldBe("hello");
    }

    [Theory]
    [InlineData(0, "t", "not the data of a run")]
    [InlineData(2, "t", "not the data of a run")]
    [InlineData(99, "t", "not the data of a run")]
    [InlineData(2, "slots", "has form 2, from an earlier version")]
    [InlineData(99, "rows", "has form 99, from a newer version")]
    public async Task A_database_of_another_form_or_program_is_left_alone(int form, string table, string reason)
    {
        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = $"CREATE TABLE {table} (x); PRAGMA user_version = {form}";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        using var asker = new Asker(folder.FullName);

        (await asker.ListAsync()).ShouldBe(Answer.Unclear);

        asker.Errors.ShouldContain(reason);
        (await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken)).ShouldBe(before);
        folder.EnumerateFiles().Select(file => file.Name).ShouldBe(["watchkeeper.db"]);
    }

    public void Dispose() => folder.Delete(recursive: true);
}

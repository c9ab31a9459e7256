using Microsoft.Data.Sqlite;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>What the user's machine refuses to a run: each time one line that says what to do, and nothing of others is touched.</summary>
public sealed class MachineFaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("is no SQLite database", "")]
    [InlineData("not the data of a run", "CREATE TABLE songs (title TEXT)")]
    [InlineData("not the data of a run", "CREATE TABLE songs (title TEXT); PRAGMA user_version = 2")]
    [InlineData("from a newer version", "CREATE TABLE rows (json TEXT); PRAGMA user_version = 9")]
    public async Task A_run_leaves_a_file_that_it_does_not_know_as_it_is(string message, string sql)
    {
        var file = folder.File(Path.Combine("data", "watchkeeper.db"), new string('x', 4096));
        if (sql.Length > 0)
        {
            File.Delete(file);
            await using var connection = await ConnectAsync(file, sql);
        }

        var before = await File.ReadAllBytesAsync(file, Token);

        var run = await RunAsync("--data", "data");

        OneLine(run, ExitCode.NoOrFailed).ShouldContain(message);
        (await File.ReadAllBytesAsync(file, Token)).ShouldBe(before);
        Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Select(Path.GetFileName)
            .ShouldBe(["watchkeeper.db", "run.lock"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_run_says_after_a_while_that_another_process_holds_the_file()
    {
        var file = folder.File(Path.Combine("data", "watchkeeper.db"), "");
        await using var holder = await ConnectAsync(file, "CREATE TABLE songs (title TEXT); BEGIN EXCLUSIVE");

        var run = await RunAsync("--data", "data");

        OneLine(run, ExitCode.NoOrFailed).ShouldStartWith("«data/watchkeeper.db» is locked by another process. ");
    }

    [Theory]
    [InlineData("file", ExitCode.BadUsage, "which is a file. Give a folder.")]
    [InlineData("file/below/it", ExitCode.BadUsage, "which lies under the file «file». Give a folder.")]
    [InlineData("/sys/watchkeeper", ExitCode.NoOrFailed, "The data folder «/sys/watchkeeper» cannot be created: ")]
    public async Task A_run_says_why_its_data_cannot_be_there(string data, int code, string message)
    {
        folder.File("file", "");

        OneLine(await RunAsync("--data", data), code).ShouldContain(message);
    }

    [Fact]
    public async Task A_run_whose_log_meets_a_full_disk_sums_up_and_says_so()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "data", "functions.log"), "/dev/full");

        var run = await RunAsync("--data", "data");

        OneLine(run, ExitCode.NoOrFailed).ShouldContain("functions.log");
        run.Output.ShouldContain("\nStopped after 1 of 1 events.\n");
    }

    [Fact]
    public async Task A_run_whose_messages_cannot_be_written_sums_up_at_once_and_says_so()
    {
        folder.File(Path.Combine("data", "messages"), "");

        var run = await RunAsync("--data", "data");

        OneLine(run, ExitCode.NoOrFailed).ShouldContain("messages");
        run.Output.ShouldContain("\n1 incidents (1 active)\n");
    }

    [Fact]
    public async Task A_run_whose_data_may_not_grow_sums_up_what_was_done()
    {
        // The runtime would not start with a limit on its own memory files.
        var run = await CliProcess.RunScriptAsync(
            folder.Path, "trap '' XFSZ; ulimit -f 180; export DOTNET_EnableWriteXorExecute=0; exec \"$0\" \"$@\"",
            Arguments(Repository.PathOf("events", "alarm-eventbridge"), "--data", "data"), Token);

        OneLine(run, ExitCode.NoOrFailed).ShouldStartWith("«data/watchkeeper.db» cannot be ");
        run.Output.ShouldContain("\nStopped after ");
        run.Output.ShouldContain(" active)\n");
    }

    private Task<CliProcess.Outcome> RunAsync(params string[] more) => CliProcess.RunInAsync(
        folder.Path, Arguments(Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json"), more), Token);

    private static string[] Arguments(string events, params string[] more) =>
        ["run", "--once", "--template", Repository.PathOf("template.yaml"), "--events", events, .. more];

    private static string OneLine(CliProcess.Outcome outcome, int code)
    {
        outcome.ExitCode.ShouldBe(code, outcome.Error);
        outcome.Error.TrimEnd('\n').ShouldNotContain('\n');
        return outcome.Error;
    }

    private static async Task<SqliteConnection> ConnectAsync(string file, string sql)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
        return connection;
    }
}

using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>A run that is over is asked and acted on by the built program.</summary>
public sealed class AskTests(FinishedRun run) : IClassFixture<FinishedRun>, IDisposable
{
    private const string Root = "inc-6afc26ea7b856593a3ff";
    private readonly string data = run.Copy();

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task The_three_commands_that_a_run_names_work_on_its_data()
    {
        var commands = run.Output.Split("what to look at next:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Split(' ')).ToList();

        commands.Count.ShouldBe(3);
        foreach (var command in commands)
        {
            var own = command.SkipWhile(word => word is not ("incidents" or "incident" or "why")).ToArray();
            var (exitCode, output, errors) = await CommandLine.RunAsync(Repository.Root, own);
            (exitCode, errors).ShouldBe((0, ""), string.Join(' ', own));
            output.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task An_action_is_on_the_timeline_and_told_to_those_who_were_told_before()
    {
        (await AskAsync("ack", Root, "--as", "alice")).ExitCode.ShouldBe(0);
        (await AskAsync("ack", Root, "--as", "bob")).ExitCode.ShouldBe(1);
        (await AskAsync("comment", Root, "it was the yearly check", "--as", "bob")).ExitCode.ShouldBe(0);
        (await AskAsync("resolve", Root, "--reason", "checked", "--as", "alice")).ExitCode.ShouldBe(0);
        (await AskAsync("resolve", Root, "--reason", "checked", "--as", "bob")).ExitCode.ShouldBe(1);

        var report = Parse((await AskAsync("incident", Root, "--output", "json")).Output);

        var timeline = report.GetProperty("timeline").EnumerateArray().ToList();
        timeline.Take(3)
            .Select(entry => (entry.GetProperty("decision").GetString(), entry.GetProperty("description").GetString()))
            .ShouldBe(
            [
                ("resolved-by-person", "alice: checked"), ("commented", "bob: it was the yearly check"),
                ("acknowledged", "alice"),
            ]);
        var deliveries = timeline.Take(3).Select(entry => entry.GetProperty("deliveries").EnumerateArray().ToList()).ToList();
        deliveries.ShouldAllBe(each => each.Count == 2);
        // The reminders of the morning may have used up what the addresses get at once.
        deliveries.SelectMany(each => each).ShouldAllBe(delivery => delivery.GetProperty("status").GetString() == "sent"
            || delivery.GetProperty("kept_back").GetProperty("kind").GetString() == "storm-cap");
    }

    [Fact]
    public async Task Two_operators_at_once_are_one_winner_and_one_who_hears_of_it()
    {
        var answers = await Task.WhenAll(AskAsync("ack", Root, "--as", "alice"), AskAsync("ack", Root, "--as", "bob"));

        answers.Select(answer => answer.ExitCode).Order().ShouldBe([0, 1]);
        var winner = answers[0].ExitCode == 0 ? "alice" : "bob";
        answers.Single(answer => answer.ExitCode == 1).Errors.ShouldContain($"acknowledged by {winner} ");
        var report = Parse((await AskAsync("incident", Root, "--output", "json")).Output);
        report.GetProperty("timeline").EnumerateArray()
            .Count(entry => entry.GetProperty("decision").GetString() == "acknowledged").ShouldBe(1);
    }

    [Theory]
    [InlineData(2, "incidents", "--nonsense")]
    [InlineData(2, "incidents", "--filter", "severity")]
    [InlineData(2, "incidents", "--day", "2026-11-17", "--service", "order")]
    [InlineData(2, "incidents", "--status", "resolved")]
    [InlineData(2, "incidents", "--status", "closed")]
    [InlineData(2, "incidents", "--limit", "0")]
    [InlineData(2, "incidents", "--zone", "UTC")]
    [InlineData(2, "incidents", "--watch", "--day", "2026-11-17")]
    [InlineData(2, "incidents", "--after", "junk")]
    [InlineData(2, "incident", "%")]
    [InlineData(1, "incident", "inc-00000000000000000000")]
    [InlineData(2, "incident", Root, "--entries", "0")]
    [InlineData(1, "why", "61ee3408-0000-0000-0000-000000000000")]
    [InlineData(2, "why", " ")]
    [InlineData(2, "ack", "inc-00000000000000000000")]
    [InlineData(2, "ack", "6afc26")]
    [InlineData(2, "resolve", "inc-6afc1f572d144e8e87f8")]
    [InlineData(2, "comment", Root, " ")]
    public async Task What_is_typed_wrongly_or_unknown_ends_with_its_code_and_without_a_trace(
        int expected, params string[] command)
    {
        var (exitCode, output, errors) = await AskAsync(command);

        exitCode.ShouldBe(expected, errors);
        output.ShouldBe("");
        errors.ShouldNotBeEmpty();
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_name_is_no_option_where_AWS_knows_the_caller()
    {
        var (exitCode, _, errors) = await CommandLine.RunAsync(
            Repository.Root, "ack", Root, "--backend", "aws", "--as", "alice");

        exitCode.ShouldBe(2);
        errors.ShouldContain("--as is not for --backend aws");
    }

    [Theory]
    [InlineData("--output", "json")]
    [InlineData("--output", "csv")]
    [InlineData("--output", "text")]
    public async Task A_closed_pipe_is_the_end_of_the_answer_and_no_error(params string[] format)
    {
        var program = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli.dll")}'";
        var (exitCode, output, errors) = await ShellAsync(
            $"{program} incidents --data '{data}' {string.Join(' ', format)} | head -1; exit ${{PIPESTATUS[0]}}");

        (exitCode, errors).ShouldBe((0, ""));
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_watch_shows_what_others_do_and_ends_by_hand_with_sums()
    {
        using var watch = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli.dll"), "incidents", "--watch", "--data", data])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        (await watch.StandardError.ReadLineAsync(Token)).ShouldBe("40 active incidents; looking every 2 s; Ctrl-C ends");
        await AskAsync("ack", Root, "--as", "alice");
        var seen = await watch.StandardOutput.ReadLineAsync(Token);
        await Interruption.SendAsync(watch, Token);
        var sums = await watch.StandardOutput.ReadToEndAsync(Token);
        await watch.WaitForExitAsync(Token);

        seen!.ShouldContain($"acknowledged  CRITICAL  {Root}  The root user was used (alice)");
        sums.ShouldMatch("^watched \\d+ s: 1 acknowledged\n$");
        watch.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_run_that_still_writes_can_be_asked()
    {
        var folder = Path.Combine(data, "again");
        var writing = CommandLine.RunAsync(Repository.Root, "run", "--once", "--output", "json", "--data", folder);
        var asked = 0;
        while (!writing.IsCompleted)
        {
            if (!File.Exists(Path.Combine(folder, "run.json")) || !File.Exists(Path.Combine(folder, "watchkeeper.db")))
                continue;
            var (exitCode, _, errors) = await CommandLine.RunAsync(
                Repository.Root, "incidents", "--data", folder, "--output", "json");
            // At its very beginning, a run has not made its table yet.
            if (exitCode == 0)
                asked++;
            else
                errors.ShouldContain("not the data of a run");
        }

        (await writing).ExitCode.ShouldBe(0);
        asked.ShouldBeGreaterThan(0);
    }

    private Task<(int ExitCode, string Output, string Errors)> AskAsync(params string[] command) =>
        CommandLine.RunAsync(Repository.Root, [.. command, "--data", data]);

    private static async Task<(int ExitCode, string Output, string Errors)> ShellAsync(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(Token), shell.StandardError.ReadToEndAsync(Token));
        await shell.WaitForExitAsync(Token);
        return (shell.ExitCode, await output, await errors);
    }

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

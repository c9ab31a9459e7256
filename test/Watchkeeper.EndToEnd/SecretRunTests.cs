using System.Text.Json;
using MimeKit;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>
/// A run whose mail address is a reference to a secret. Everything that the run writes is searched for the secret.
/// </summary>
public sealed class SecretRunTests : IDisposable
{
    private const string Reference = "secretsmanager:watchkeeper/ops@shop";
    private const string Address = "canary-5d1f8e07@shop.example";

    private static readonly Canary Canary = new("canary-5d1f8e07");

    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-secrets-").FullName;

    private string Data => Path.Combine(folder, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Mails_go_to_the_secret_address_and_nothing_else_that_is_written_holds_it()
    {
        var file = Path.Combine(folder, "secrets.txt");
        await File.WriteAllTextAsync(file, $"# one a line\n{Reference}={Address}\n", Token);

        var (exitCode, output, errors) = await RunAsync("--secrets", file, "--verbose");
        exitCode.ShouldBe(0, errors);
        var mails = Mails().Length;
        var active = await AskAsync("incidents", "--output", "json");
        // Medium incidents notify nobody.
        using var incident = JsonDocument.Parse(
            active.Output.Split('\n').First(line => line.Contains("critical", StringComparison.Ordinal)));
        var ack = await AskAsync("ack", incident.RootElement.GetProperty("id").GetString()!, "--as", "alice");

        ack.ExitCode.ShouldBe(0, ack.Errors);
        mails.ShouldBeGreaterThan(0);
        Mails().Length.ShouldBeGreaterThan(mails);
        Mails().ShouldAllBe(mail => mail.To.ToString() == Address);
        Canary.FilesIn(Data).ShouldBeEmpty();
        foreach (var text in (string[])[output, errors, active.Output, active.Errors, ack.Output, ack.Errors])
            Canary.IsIn(text).ShouldBeFalse(text);
    }

    [Fact]
    public async Task The_real_functions_read_the_secret_from_the_emulator_and_write_it_nowhere()
    {
        var file = Path.Combine(folder, "secrets.txt");
        await File.WriteAllTextAsync(file, $"{Reference}={Address}\nssm:/watchkeeper/other:2=unused\n", Token);

        var (exitCode, output, errors) = await RunAsync("--secrets", file, "--verbose", "--backend", "emulators");

        exitCode.ShouldBe(0, errors);
        Mails().ShouldNotBeEmpty();
        Mails().ShouldAllBe(mail => mail.To.ToString() == Address);
        Canary.FilesIn(Data).ShouldBeEmpty();
        Canary.IsIn(output + errors).ShouldBeFalse(output + errors);
    }

    [Fact]
    public async Task Without_the_secret_no_mail_is_sent_and_the_log_says_how_to_give_it()
    {
        var (_, output, errors) = await RunAsync();

        Directory.EnumerateFiles(Path.Combine(Data, "messages"), "*.eml").ShouldBeEmpty();
        var log = await File.ReadAllTextAsync(Path.Combine(Data, "functions.log"), Token);
        log.ShouldContain($"{Reference}: this run has no secrets: give --secrets FILE");
        (output + errors).ShouldNotContain("Unhandled");
    }

    [Fact]
    public async Task A_wrong_file_of_secrets_is_refused_with_all_its_lines_and_none_of_its_values()
    {
        var file = Path.Combine(folder, "secrets.txt");
        string[] lines = [Address, $"ssm:name={Address}", $"other={Address}", "ssm:/a=1", $"ssm:/a={Address}"];
        await File.WriteAllLinesAsync(file, lines, Token);

        var (exitCode, output, errors) = await RunAsync("--secrets", file);

        exitCode.ShouldBe(2);
        errors.ShouldContain("line 1: must be reference=value");
        errors.ShouldContain("line 2: the reference a parameter's name must begin with a slash");
        errors.ShouldContain("line 3: must begin with ssm:/path/name= or secretsmanager:name=");
        errors.ShouldContain("line 5: gives ssm:/a again");
        Canary.IsIn(output + errors).ShouldBeFalse();
    }

    [Theory]
    [InlineData("canary-5d1f8e07")]
    [InlineData("x=CANARY-5D1F8E07;")]
    [InlineData("eGNhbmFyeS01ZDFmOGUwNw==")]
    [InlineData("Y2FuYXJ5LTVkMWY4ZTA3QHNob3AuZXhhbXBsZQ==")]
    [InlineData("63616e6172792d3564316638653037")]
    public void The_search_finds_a_secret_in_other_forms(string text) => Canary.IsIn(text).ShouldBeTrue();

    private MimeMessage[] Mails() =>
        [.. Directory.EnumerateFiles(Path.Combine(Data, "messages"), "*.eml").Select(path => MimeMessage.Load(path))];

    private Task<(int ExitCode, string Output, string Errors)> AskAsync(params string[] command) =>
        CommandLine.RunAsync(Repository.Root, [.. command, "--data", Data]);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] more) => CommandLine.RunAsync(
        Repository.Root,
        [
            "run", "--once", "--data", Data, "--events", Path.Combine("events", "alarm-eventbridge"),
            "--parameter", $"MailAddress={Reference}", "--parameter", "MailSender=watchkeeper@shop.example", .. more,
        ]);
}

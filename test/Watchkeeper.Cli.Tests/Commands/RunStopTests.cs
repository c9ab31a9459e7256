using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>The local run as a shell starts it and Ctrl-C ends it.</summary>
public sealed partial class RunStopTests : IDisposable
{
    private static readonly string Alarm = Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json");

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_after_how_many_events_and_where_its_data_is()
    {
        using var program = Start("--once", "--events", Repository.PathOf("events"));
        while (await program.Output.ReadLineAsync(Token) is { } line && !line.Contains(".json", StringComparison.Ordinal))
        {
        }

        await program.InterruptAsync(Token);
        var output = await program.Output.ReadToEndAsync(Token);

        (await program.EndAsync(Token)).ShouldBe(ExitCode.Done, await program.Error.ReadToEndAsync(Token));
        Stopped().IsMatch(output).ShouldBeTrue(output);
        output.ShouldContain($"incidents --data {Data}");
    }

    [Fact]
    public async Task A_live_run_answers_each_sender_survives_anything_and_sums_up_when_it_is_stopped()
    {
        using var program = Start("--port", "0", "--events", Alarm);
        var address = "";
        while (address.Length == 0 && await program.Error.ReadLineAsync(Token) is { } line)
            address = Address().Match(line).Value;

        (await PostAsync(address, await File.ReadAllBytesAsync(Alarm, Token))).ShouldBe("merged duplicate");
        // A byte order mark, as an editor leaves it.
        (await PostAsync(address, [0xef, 0xbb, 0xbf, .. await File.ReadAllBytesAsync(Alarm, Token)])).ShouldBe("merged duplicate");
        (await PostAsync(address, "no JSON"u8.ToArray())).ShouldStartWith("failed ");
        (await PostAsync(address, [])).ShouldStartWith("failed ");
        (await PostAsync(address, "[]"u8.ToArray())).ShouldStartWith("failed ");
        (await PostAsync(address, Encoding.Unicode.GetBytes("{\"source\":\"aws.cloudwatch\"}")))
            .ShouldBe("failed is in UTF-16: expected JSON in UTF-8");
        // Half a surrogate pair in a name, before bytes that are no UTF-8.
        (await PostAsync(address, [.. "{\"\\ud800\":1,\"x\":\""u8, 0xff, .. "\0\"}"u8])).ShouldStartWith("failed is not UTF-8");
        var bad = Directory.GetFiles(Repository.PathOf("events", "bad"), "*.json")
            .Where(file => new FileInfo(file).Length <= 1 << 20).ToList();
        foreach (var file in bad)
            await PostAsync(address, await File.ReadAllBytesAsync(file, Token));
        await program.InterruptAsync(Token);
        var output = await program.Output.ReadToEndAsync(Token);

        (await program.EndAsync(Token)).ShouldBe(ExitCode.Done, await program.Error.ReadToEndAsync(Token));
        output.ShouldContain($"\n{8 + bad.Count} events: ");
        output.ShouldContain(", 2 merged, ");
        output.ShouldNotContain("Stopped after");
    }

    private CliProcess Start(params string[] arguments) => CliProcess.Start(
        ["run", "--template", Repository.PathOf("template.yaml"), "--data", Data, .. arguments]);

    private async Task<string> PostAsync(string address, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await client.PostAsync(address, content, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var result = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Token)).GetProperty("results")[0];
        return $"{result.GetProperty("outcome").GetString()} {result.GetProperty("reason").GetString()}";
    }

    [GeneratedRegex("Stopped after [0-9]+ of [0-9]+ events", RegexOptions.NonBacktracking)]
    private static partial Regex Stopped();

    [GeneratedRegex("http://[0-9.]+:[0-9]+/events/", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}

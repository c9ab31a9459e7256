using System.Text.Json;
using MimeKit;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.EndToEnd.Configured;

/// <summary>
/// A configuration file whose receivers are references to secrets, on the real functions. Everything that is written is searched
/// for the values.
/// </summary>
public sealed class StoredSecretTests
{
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:canary-topic-83b1";
    private const string Address = "canary-mail-4c7e@shop.example";

    private const string Configuration = """
        route: {receiver: a}
        receivers:
        - name: a
          sns_configs: [{topic_arn: 'ssm:/watchkeeper/topic'}]
          email_configs: [{to: 'secretsmanager:watchkeeper/mail'}]
        """;

    private static readonly Canary[] Canaries = [new("canary-topic-83b1"), new("canary-mail-4c7e")];

    [Fact]
    public async Task Messages_go_to_the_values_and_nothing_else_that_is_written_holds_them()
    {
        await using var run = await LiveRun.StartAsync(
            Configuration, $"ssm:/watchkeeper/topic={Topic}\nsecretsmanager:watchkeeper/mail={Address}\n");
        var result = await run.PostAlarmAsync();
        var id = result.GetProperty("event_id").GetString()!;
        List<string> texts = [result.GetRawText()];
        foreach (var command in (string[][])[["config", "show"], ["why", id], ["incidents"], ["config", "history"]])
            texts.Add(await run.AskAsync([.. command, "--output", "json"]));
        texts.Add(await run.TableAsync("scan"));
        texts.Add(Unpacked(texts[^1]));
        texts.Add(await run.EndAsync());

        LiveRun.SentBy(result).ShouldBe(["mail secretsmanager:watchkeeper/mail", "sns ssm:/watchkeeper/topic"]);
        Sent(run, "*.eml").Select(file => MimeMessage.Load(file).To.ToString()).Distinct().ShouldBe([Address]);
        Sent(run, "*-sns-*.json").Select(TopicOf).Distinct().ShouldBe([Topic]);
        texts[^2].ShouldContain("ssm:/watchkeeper/topic");
        foreach (var canary in Canaries)
        {
            canary.FilesIn(run.Data).ShouldBeEmpty();
            texts.ShouldAllBe(text => !canary.IsIn(text));
        }
    }

    private static string[] Sent(LiveRun run, string pattern) => Directory.GetFiles(Path.Combine(run.Data, "messages"), pattern);

    private static string? TopicOf(string file) =>
        JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("TopicArn").GetString();

    // The content of the versions, which the table holds compressed.
    private static string Unpacked(string scan) => string.Join('\n', JsonElement.Parse(scan).GetProperty("Items").EnumerateArray()
        .Where(item => item.TryGetProperty("br", out _)).Select(item =>
        {
            using var packed = new MemoryStream(item.GetProperty("br").GetProperty("B").GetBytesFromBase64());
            using var reader = new StreamReader(new System.IO.Compression.BrotliStream(
                packed, System.IO.Compression.CompressionMode.Decompress));
            return reader.ReadToEnd();
        }));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Sam;
using Xunit;

namespace Watchkeeper.EndToEnd.SamLocal;

/// <summary>Runs the commands of the README's section on <c>sam local invoke</c> as written.</summary>
public sealed class SamInvokeTests(EmulatedByReadme aws) : IClassFixture<EmulatedByReadme>
{
    private const string Alarm = "events/alarm-eventbridge/010-order-cpu-high-alarm.json";
    private const string Opened = "events/stream/010-order-cpu-high-opened.json";

    [Fact]
    public async Task A_ready_event_gives_the_documented_result_and_the_stream_event_matches_its_row()
    {
        foreach (var ready in SamReadme.Events)
            await PlayAsync(ready);

        await TheTableHoldsAsync(Opened);
    }

    [Fact]
    public async Task An_unreachable_emulator_is_reported_in_one_line()
    {
        var nobody = $"http://127.0.0.1:{LoopbackPort.AnyFree()}";
        await using var alarm = aws.Function("AlarmFunction", nobody);
        await using var notify = aws.Function("NotifyFunction", nobody);

        (await alarm.InvokeAsync(Alarm)).Error.ShouldNotBeNull()
            .ShouldStartWith($"No service answers at {nobody}, the address in AWS_ENDPOINT_URL");
        (await notify.InvokeAsync(Opened)).Text.ShouldContain("itemIdentifier");
        (await notify.EndAsync()).ShouldContain($"the stream delivers it again: No service answers at {nobody}");
    }

    [Theory]
    [InlineData("AlarmFunction", Alarm)]
    [InlineData("SweepFunction", "events/schedule/020-sweep-every-minute.json")]
    public async Task A_missing_table_in_the_region_is_reported_in_one_line(string name, string file)
    {
        await using var function = aws.Function(name, region: "eu-west-1");

        (await function.InvokeAsync(file)).Error.ShouldBe($"There is no table «IncidentTable» at {aws.Url}/ in eu-west-1");
    }

    [Fact]
    public async Task A_missing_address_of_an_emulator_is_reported_in_one_line()
    {
        await using var function = aws.Function("NotifyFunction", endpoint: "");

        (await function.InvokeAsync(Opened)).Error.ShouldNotBeNull().ShouldContain("exit status 1");
        (await function.EndAsync())
            .ShouldContain("AWS_ENDPOINT_URL is not set: sam local invoke needs the address of an emulator");
    }

    [Fact]
    public async Task A_rejected_event_is_kept_in_the_queue_of_the_function()
    {
        await using var function = aws.Function("TrailFunction");

        (await function.InvokeAsync("events/bad/trail-event-without-id.json")).Text.ShouldContain("\"outcome\":\"failed\"");
        var kept = await aws.AskAsync(
            "sqs", "AmazonSQS.ReceiveMessage", $$"""{"QueueUrl": "{{aws.Url}}/123456789012/TrailDeadLetterQueue"}""");
        kept.GetProperty("Messages").GetArrayLength().ShouldBe(1);
    }

    private async Task PlayAsync(ReadyEvent ready)
    {
        await using var function = aws.Function(ready.Function);

        var first = await function.InvokeAsync(ready.File);
        var second = await function.InvokeAsync(ready.File);

        (first.Error, second.Error).ShouldBe((null, null), $"{ready.Function} {ready.File}");
        var shown = string.Join('\n', first.Text, second.Text, await function.EndAsync());
        foreach (var seen in ready.Seen)
            shown.ShouldContain(seen, Case.Sensitive, $"README, the row of {ready.Function}");
    }

    private async Task TheTableHoldsAsync(string file)
    {
        var change = JsonNode.Parse(await File.ReadAllTextAsync(
            Repository.PathOf(file), TestContext.Current.CancellationToken))!["Records"]![0]!["dynamodb"]!;
        var answer = await aws.AskAsync(
            "dynamodb", "DynamoDB_20120810.GetItem",
            $$"""{"TableName": "IncidentTable", "ConsistentRead": true, "Key": {{change["Keys"]!.ToJsonString()}}}""");

        var held = JsonSerializer.SerializeToNode(answer.GetProperty("Item"))!.AsObject();
        JsonNode.DeepEquals(Timeless(change["NewImage"]!.AsObject()), Timeless(held))
            .ShouldBeTrue($"the table holds\n{held}\nand {file} tells of another row");
    }

    // Removes the time of recording, which differs in each run, and the version of the configuration, which the sample leaves out.
    private static JsonObject Timeless(JsonObject row)
    {
        row.Remove("n").ShouldBeTrue();
        row["e"]!["M"]!.AsObject().Remove("r").ShouldBeTrue();
        row["e"]!["M"]!.AsObject().Remove("c");
        return row;
    }
}

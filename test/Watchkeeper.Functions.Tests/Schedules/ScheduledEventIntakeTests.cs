using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Schedules;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Schedules;

public sealed class ScheduledEventIntakeTests : IDisposable
{
    private readonly World world = new();
    private readonly MemoryStream lines = new();
    private readonly InMemoryDeadLetters deadLetters = new();

    public static TheoryData<string, string> WrongPayloads => new()
    {
        { "", "$" },
        { "null", "$" },
        { "[]", "$" },
        { "17", "$" },
        { """{"action":"sweep"}""", "$.source" },
        { """{"Records":[]}""", "$.source" },
        { """{"source":"aws.events"}""", "$.detail-type" },
        { Ticks.Json(source: "null"), "$.source" },
        { Ticks.Json(source: "\"aws.health\""), "$.source" },
        { Ticks.Json(source: "\"AWS.EVENTS\""), "$.source" },
        { Ticks.Json(source: "{}"), "$.source" },
        { Ticks.Json(detailType: "\"CloudWatch Alarm State Change\""), "$.detail-type" },
        { Ticks.Json(detailType: "[1]"), "$.detail-type" },
        { Ticks.Json(time: "null"), "$" },
        { Ticks.Json(time: "\"yesterday\""), "$" },
        { Ticks.Json(time: "1e300"), "$" },
        { Ticks.Json(resources: "\"one\""), "$.resources" },
        { Ticks.Json(resources: "[[]]"), "$.resources[0]" },
    };

    public void Dispose()
    {
        world.Dispose();
        lines.Dispose();
    }

    [Theory]
    [InlineData("\"2026-11-02T12:00:00Z\"")]
    [InlineData("\"2026-11-02T20:00:00+08:00\"")]
    [InlineData("\"2026-11-02T12:00:00\"")]
    public async Task A_scheduled_event_is_read_with_its_time_account_and_rule(string time)
    {
        var reading = await TakeAsync(Ticks.Json(time: time));

        var tick = reading.ShouldBeOfType<ScheduledRunResult.Accepted>().Run;
        (tick.At, tick.Account, tick.Rule).ShouldBe((Noon, "210987654321", Ticks.Rule));
        tick.At.Offset.ShouldBe(TimeSpan.Zero);
        deadLetters.All.ShouldBeEmpty();
        Counted().ShouldBe(0);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(" { } ")]
    [InlineData("""{"source":"aws.events","detail-type":"Scheduled Event"}""")]
    public async Task An_event_without_a_time_counts_as_one_of_now(string payload)
    {
        world.Time.Advance(TimeSpan.FromMinutes(7));

        (await TakeAsync(payload)).ShouldBeOfType<ScheduledRunResult.Accepted>().Run.At.ShouldBe(Noon.AddMinutes(7));
    }

    [Fact]
    public async Task An_event_of_the_future_counts_as_one_of_now() =>
        (await TakeAsync(Ticks.Json(time: "\"2030-01-01T00:00:00Z\"")))
            .ShouldBeOfType<ScheduledRunResult.Accepted>().Run.At.ShouldBe(Noon);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task An_event_may_lack_a_rule(string resources)
    {
        var reading = await TakeAsync(Ticks.Json(resources: resources));

        reading.ShouldBeOfType<ScheduledRunResult.Accepted>().Run.Rule.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(WrongPayloads))]
    public async Task An_invalid_event_becomes_a_dead_letter_with_the_path_of_the_error(string payload, string path)
    {
        var reading = await TakeAsync(payload);

        var rejected = reading.ShouldBeOfType<ScheduledRunResult.Rejected>().Rejection;
        rejected.Path.ShouldBe(path);
        var deadLetter = deadLetters.All.ShouldHaveSingleItem();
        (deadLetter.Function, deadLetter.Rejection.Path, deadLetter.Rejection.Reason, deadLetter.At)
            .ShouldBe(("SweepFunction", path, rejected.Reason, Noon));
        Encoding.UTF8.GetString(deadLetter.Payload.Span).ShouldBe(payload);
        Encoding.UTF8.GetString(lines.ToArray()).ShouldContain($"rejected, sent to the dead letters: {path}");
        Counted().ShouldBe(1);
    }

    [Fact]
    public async Task A_part_of_a_scheduled_event_is_no_scheduled_event()
    {
        var whole = Ticks.Json().TrimEnd();

        for (var length = 0; length < whole.Length; length++)
            (await TakeAsync(whole[..length])).ShouldBeOfType<ScheduledRunResult.Rejected>($"the first {length} characters");

        deadLetters.All.Count.ShouldBe(whole.Length);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_become_a_dead_letter()
    {
        byte[] payload = [.. "{\"source\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        using var stream = new MemoryStream(payload);

        (await Intake(deadLetters).TakeAsync(stream, TestContextToken)).ShouldBeOfType<ScheduledRunResult.Rejected>();

        deadLetters.All.ShouldHaveSingleItem().Payload.ToArray().ShouldBe(payload);
    }

    [Fact]
    public async Task Nothing_is_accepted_if_the_dead_letter_cannot_be_written()
    {
        var intake = Intake(new InMemoryDeadLetters(new TimeoutException("the queue")));

        (await Should.ThrowAsync<TimeoutException>(intake.TakeAsync(Ticks.Stream("[]"), TestContextToken)))
            .Message.ShouldBe("the queue");
        Counted().ShouldBe(0);
    }

    [Fact]
    public async Task No_reason_repeats_the_text_of_the_payload()
    {
        var reading = await TakeAsync(Ticks.Json(source: "\"evil\\nwords\""));

        reading.ShouldBeOfType<ScheduledRunResult.Rejected>().Rejection.Reason.ShouldNotContain("evil");
    }

    [Fact]
    public async Task An_invalid_event_is_answered_as_in_the_intake_functions()
    {
        var rejected = (await TakeAsync(Ticks.Json(source: "null"))).ShouldBeOfType<ScheduledRunResult.Rejected>().Rejection;

        await using var stream = ScheduledEventIntake.Answer(rejected);

        using var answer = await JsonDocument.ParseAsync(stream, default, TestContextToken);
        var result = answer.RootElement.GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
        result.GetProperty("outcome").GetString().ShouldBe("failed");
        result.GetProperty("path").GetString().ShouldBe("$.source");
        result.GetProperty("reason").GetString().ShouldBe(rejected.Reason);
    }

    private int Counted() => Encoding.UTF8.GetString(lines.ToArray()).Split('\n')
        .Count(line => line.Contains("\"DeadLetters\":1", StringComparison.Ordinal));

    private async Task<ScheduledRunResult> TakeAsync(string payload)
    {
        await using var stream = Ticks.Stream(payload);
        return await Intake(deadLetters).TakeAsync(stream, TestContextToken);
    }

    private ScheduledEventIntake Intake(InMemoryDeadLetters into)
    {
        var output = new LineOutput(lines);
        return new(
            FunctionName.SweepFunction, into, new Metrics(output, world.Time, "SweepFunction"),
            new JsonLogger(output, world.Time, "SweepFunction"), world.Time);
    }
}

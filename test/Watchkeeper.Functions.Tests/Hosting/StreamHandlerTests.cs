using System.Text;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using Shouldly;
using Watchkeeper.Functions.Handlers;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Tests.Schedules;
using Watchkeeper.Incidents;
using Xunit;

namespace Watchkeeper.Functions.Tests.Hosting;

public sealed class StreamHandlerTests : IDisposable
{
    private const string Unreadable =
        """
        {"Records":[{"eventID":"1","eventName":"MODIFY","eventSource":"aws:dynamodb","dynamodb":{"SequenceNumber":"111",
        "Keys":{"pk":{"S":"F#0"},"sk":{"S":"SLOT"}},"NewImage":{"pk":{"S":"F#0"},"sk":{"S":"SLOT"},"v":{"S":"one"}}}}]}
        """;

    private readonly World world = new();
    private readonly MemoryStream lines = new();

    public void Dispose()
    {
        world.Dispose();
        lines.Dispose();
    }

    [Fact]
    public async Task An_unreadable_record_becomes_a_dead_letter_that_is_counted_and_blocks_nothing()
    {
        var deadLetters = new InMemoryDeadLetters();

        (await FailuresAsync(deadLetters)).ShouldBe(0);

        deadLetters.All.ShouldHaveSingleItem().Function.ShouldBe("NotifyFunction");
        Counted().ShouldBe(1);
    }

    [Fact]
    public async Task A_dead_letter_that_cannot_be_written_is_not_counted_and_the_record_comes_again()
    {
        (await FailuresAsync(new InMemoryDeadLetters(new TimeoutException("the queue")))).ShouldBe(1);

        Counted().ShouldBe(0);
    }

    private async Task<int> FailuresAsync(InMemoryDeadLetters deadLetters)
    {
        var output = new LineOutput(lines);
        var handler = new StreamHandler(
            FunctionName.NotifyFunction, _ => ValueTask.FromResult<IChangeConsumer>(new NoConsumer()), deadLetters,
            new Metrics(output, world.Time, "NotifyFunction"),
            new JsonLogger(output, world.Time, "NotifyFunction"), world.Time);
        using var payload = new MemoryStream(Encoding.UTF8.GetBytes(Unreadable));
        await using var answer = await handler.HandleAsync(
            payload, new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(1) });
        using var response = await JsonDocument.ParseAsync(answer, default, World.TestContextToken);
        return response.RootElement.GetProperty("batchItemFailures").GetArrayLength();
    }

    private int Counted() => Encoding.UTF8.GetString(lines.ToArray()).Split('\n')
        .Count(line => line.Contains("\"DeadLetters\":1", StringComparison.Ordinal));

    private sealed class NoConsumer : IChangeConsumer
    {
        public Task<bool> ConsumeAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("there is no readable change");
    }
}

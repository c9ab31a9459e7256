using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// The stream of a DynamoDB Local table, read shard by shard (API version 2012-08-10). Records need no conversion, because they
/// already have the format that Lambda passes to a function.
/// </summary>
internal sealed class EmulatedStream(
    HttpClient http, string serviceUrl, string streamArn, TimeProvider time, string region = EmulatedWorld.DefaultRegion)
    : IChangeSource
{
    private static readonly MediaTypeHeaderValue Json = new("application/x-amz-json-1.0");
    private readonly Dictionary<string, Dictionary<string, string?>> iterators = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ImmutableArray<StreamRecord>> ReadAsync(string reader, CancellationToken cancellationToken)
    {
        if (!iterators.TryGetValue(reader, out var shards))
            iterators[reader] = shards = new Dictionary<string, string?>(StringComparer.Ordinal);
        await FindShardsAsync(shards, cancellationToken);
        var records = ImmutableArray.CreateBuilder<StreamRecord>();
        foreach (var (shard, iterator) in shards.ToArray())
        {
            if (iterator is null)
                continue;
            using var page = await CallAsync("GetRecords", new { ShardIterator = iterator }, cancellationToken);
            shards[shard] = Text(page.RootElement, "NextShardIterator");
            records.AddRange(page.RootElement.GetProperty("Records").EnumerateArray().Select(Record));
        }

        return records.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task SkipAsync(string reader, CancellationToken cancellationToken)
    {
        while (await ReadAsync(reader, cancellationToken) is { IsEmpty: false })
        {
        }
    }

    /// <inheritdoc/>
    public Task AdvanceAsync(string reader, ImmutableArray<StreamRecord> done, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private async Task FindShardsAsync(Dictionary<string, string?> known, CancellationToken cancellationToken)
    {
        using var stream = await CallAsync("DescribeStream", new { StreamArn = streamArn }, cancellationToken);
        foreach (var shard in stream.RootElement.GetProperty("StreamDescription").GetProperty("Shards").EnumerateArray())
        {
            var id = shard.GetProperty("ShardId").GetString()!;
            if (known.ContainsKey(id))
                continue;
            using var first = await CallAsync(
                "GetShardIterator",
                new { StreamArn = streamArn, ShardId = id, ShardIteratorType = "TRIM_HORIZON" },
                cancellationToken);
            known[id] = Text(first.RootElement, "ShardIterator");
        }
    }

    private StreamRecord Record(JsonElement record) => new(
        record.GetProperty("dynamodb").GetProperty("SequenceNumber").GetString()!,
        Encoding.UTF8.GetBytes(record.GetRawText()),
        time.GetUtcNow());

    private async Task<JsonDocument> CallAsync(string operation, object body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = Json } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(serviceUrl)) { Content = content };
        request.Headers.Add("X-Amz-Target", $"DynamoDBStreams_20120810.{operation}");
        UncheckedSignature.AddTo(request, "dynamodb", region);
        using var answer = await http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text)
            : throw new RunException($"DynamoDB Local refused {operation}: {Encoding.UTF8.GetString(text)}");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

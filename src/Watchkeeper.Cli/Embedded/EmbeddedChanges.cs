using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Reads the change table as records of a DynamoDB stream.</summary>
internal sealed class EmbeddedChanges(ChangeTable changes, TimeProvider time) : IChangeSource
{
    private const int AtOnce = 100;

    /// <inheritdoc/>
    public Task<ImmutableArray<StreamRecord>> ReadAsync(string reader, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<StreamRecord>>(
            [.. changes.Read(changes.Checkpoint(reader), AtOnce).Select(Record)]);

    /// <inheritdoc/>
    public Task SkipAsync(string reader, CancellationToken cancellationToken) =>
        changes.AdvanceAsync(reader, changes.Last(), cancellationToken);

    /// <inheritdoc/>
    public Task AdvanceAsync(string reader, ImmutableArray<StreamRecord> done, CancellationToken cancellationToken) =>
        changes.AdvanceAsync(reader, long.Parse(done[^1].SequenceNumber, CultureInfo.InvariantCulture), cancellationToken);

    private StreamRecord Record(RowChanged change)
    {
        var number = change.Sequence.ToString(CultureInfo.InvariantCulture);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            StreamRecordJson.Write(writer, number, change.Key, change.Before, change.After);
        return new StreamRecord(number, buffer.WrittenMemory, time.GetUtcNow());
    }
}

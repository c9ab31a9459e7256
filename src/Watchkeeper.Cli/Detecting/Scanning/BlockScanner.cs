using System.Globalization;
using System.Text;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Cli.Files;
using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>Evaluates detections over records. One instance serves many threads.</summary>
/// <param name="matcher">The detections.</param>
/// <param name="now">The current time, which limits event times in the future.</param>
internal sealed class BlockScanner(DetectionMatcher matcher, DateTimeOffset now)
{
    private readonly byte[] latest =
        Encoding.UTF8.GetBytes(now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>What the block holds; after a stop, what it holds up to then.</summary>
    public BlockResult Scan(RecordBlock block, CancellationToken stop)
    {
        var items = new List<BlockItem>();
        var refused = 0;
        var count = default(RecordCount);
        foreach (var record in block.Records)
        {
            // Nobody looks at what is behind the last refusal that a file may have.
            if (stop.IsCancellationRequested || refused == FileResults.MaxRefused)
                break;
            count = count.With(record.Bytes.Length);
            if (record.Error is null && IsNoFinding(record.Bytes.Span))
                continue;
            if (Read(record) is not { } found)
            {
                count = count.WithDigest();
                continue;
            }

            foreach (var item in found)
            {
                items.Add(new BlockItem(item, count));
                if (item is ScanItem.Refused)
                    refused++;
            }
        }

        return new BlockResult(items, count);
    }

    private bool IsNoFinding(ReadOnlySpan<byte> record) =>
        PlainRecord.Is(record, latest) && !matcher.MayMatchRecord(record);

    // Null for a digest.
    private IEnumerable<ScanItem>? Read(RawRecord record)
    {
        if (record.Error is not null)
            return [new ScanItem.Refused(record.Offset, record.Path, record.Error)];
        return TrailEvents.ReadRecord(record.Bytes.Span, record.Path, now) switch
        {
            null => null,
            TrailParseResult.Happened { Event: var happened } =>
                matcher.Findings(happened)
                    .Select(found => new ScanItem.Found(found.Signal, found.Detection.Stage) { Counted = found.Counted }),
            TrailParseResult.Read { Result: SignalParseResult.Accepted(var signal) } =>
                [new ScanItem.Found(signal, DetectionStage.On)],
            TrailParseResult.Read { Result: SignalParseResult.Rejected(var rejection) } =>
                [new ScanItem.Refused(record.Offset, rejection.Path, rejection.Reason)],
            _ => [],
        };
    }
}

using System.Globalization;
using System.Text;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Cli.Detecting.Reading;
using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>Evaluates detections over the records of a file. One instance serves many threads.</summary>
/// <param name="matcher">The detections.</param>
/// <param name="now">The current time, which limits event times in the future.</param>
/// <param name="sums">Counts what is read.</param>
internal sealed class FileScanner(DetectionMatcher matcher, DateTimeOffset now, ScanSums sums)
{
    // A file that is no trail's at all must not fill the screen.
    private const int MaxRefused = 1000;

    private readonly byte[] latest =
        Encoding.UTF8.GetBytes(now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>What the file holds, in its order. A failure to read ends the file, and nothing that was found is lost.</summary>
    public IEnumerable<ScanItem> Scan(string path, CancellationToken stop)
    {
        var refused = 0;
        using var file = new RecordFile(path);
        while (!stop.IsCancellationRequested && file.TryRead(out var record))
        {
            sums.AddRecord(record.Bytes.Length);
            foreach (var item in Scan(record))
            {
                yield return item;
                if (item is ScanItem.Refused && ++refused == MaxRefused)
                {
                    yield return new ScanItem.Refused(
                        record.Offset, "", $"has more than {MaxRefused} records that cannot be read: the rest is passed over");
                    yield break;
                }
            }
        }

        if (file.Failure is { } failure)
            yield return new ScanItem.Refused(file.Offset, "", failure);
        if (!stop.IsCancellationRequested)
            sums.AddFile();
    }

    private IEnumerable<ScanItem> Scan(RawRecord record)
    {
        if (record.Error is not null)
            return [new ScanItem.Refused(record.Offset, record.Path, record.Error)];
        var bytes = record.Bytes.Span;
        if (PlainRecord.Is(bytes, latest) && !matcher.MayMatchRecord(bytes))
            return [];
        return TrailEvents.ReadRecord(bytes, record.Path, now) switch
        {
            null => Digest(),
            TrailParseResult.Happened { Event: var happened } =>
                matcher.Findings(happened).Select(found => new ScanItem.Found(found.Signal, found.Detection.Stage)),
            TrailParseResult.Read { Result: SignalParseResult.Accepted(var signal) } =>
                [new ScanItem.Found(signal, DetectionStage.On)],
            TrailParseResult.Read { Result: SignalParseResult.Rejected(var rejection) } =>
                [new ScanItem.Refused(record.Offset, rejection.Path, rejection.Reason)],
            _ => [],
        };
    }

    private ScanItem[] Digest()
    {
        sums.AddDigest();
        return [];
    }
}

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>Puts together in order what the blocks of a file hold.</summary>
internal sealed class FileResults(FileScan file, ScanSchedule schedule, ScanSums sums, CancellationToken stop)
{
    /// <summary>A file that is no trail's at all must not fill the screen.</summary>
    public const int MaxRefused = 1000;

    /// <summary>What the file holds, in its order. A failure to read ends the file, and nothing that was found is lost.</summary>
    public async IAsyncEnumerable<ScanItem> ReadAsync()
    {
        var refused = 0;
        schedule.BeginReport(file);
        await foreach (var pending in file.Results.Reader.ReadAllAsync(CancellationToken.None))
        {
            var result = await pending;
            foreach (var (item, count) in result.Items)
            {
                yield return item;
                if (item is not ScanItem.Refused { Offset: var offset } || ++refused < MaxRefused)
                    continue;
                sums.Add(count);
                schedule.GiveUp(file);
                yield return new ScanItem.Refused(
                    offset, "", $"has more than {MaxRefused} records that cannot be read: the rest is passed over");
                yield break;
            }

            sums.Add(result.Count);
            schedule.Reported(file);
        }

        if (file.Records.Failure is { } failure)
            yield return new ScanItem.Refused(file.Records.Offset, "", failure);
        else if (!stop.IsCancellationRequested)
            sums.AddFile();
    }
}

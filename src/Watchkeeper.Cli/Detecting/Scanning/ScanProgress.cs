using System.Globalization;
using Watchkeeper.Cli.Terminals;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>How far a scan has come, shown once a second.</summary>
internal sealed class ScanProgress : IAsyncDisposable
{
    private const double Megabyte = 1_000_000;

    private readonly ScanSums sums;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly ProgressLine shown;

    /// <summary>Starts to show the sums, unless nobody looks.</summary>
    public ScanProgress(TextWriter error, ScanSums sums, TimeProvider time, bool isWatched)
    {
        (this.sums, this.time) = (sums, time);
        start = time.GetTimestamp();
        shown = new ProgressLine(error, Line, time, isWatched);
    }

    /// <summary>The sums so far in one line, with the rate.</summary>
    public string Line()
    {
        var seconds = Math.Max(time.GetElapsedTime(start).TotalSeconds, 0.001);
        var megabytes = sums.Bytes / Megabyte;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sums.Files:N0} files, {sums.Events:N0} events, {megabytes:N0} MB, {megabytes / seconds:N0} MB/s");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => shown.DisposeAsync();

    /// <summary>Empties the line, so that other text can take its place.</summary>
    public Task ClearAsync() => shown.ClearAsync();
}

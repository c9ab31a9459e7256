using System.Globalization;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>Shows once a second how far a scan has come, on one line that is written anew.</summary>
internal sealed class ScanProgress : IAsyncDisposable
{
    private const double Megabyte = 1_000_000;

    private readonly TextWriter error;
    private readonly ScanSums sums;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly CancellationTokenSource ended = new();
    private readonly Task showing;
    private int shown;

    /// <summary>Starts to show the sums, unless nobody looks.</summary>
    public ScanProgress(TextWriter error, ScanSums sums, TimeProvider time, bool isWatched)
    {
        (this.error, this.sums, this.time) = (error, sums, time);
        start = time.GetTimestamp();
        showing = isWatched ? ShowAsync() : Task.CompletedTask;
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
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
        await ClearAsync();
    }

    /// <summary>Empties the line, so that other text can take its place.</summary>
    public async Task ClearAsync()
    {
        if (shown > 0)
            await error.WriteAsync($"\r{new string(' ', shown)}\r");
        shown = 0;
    }

    private async Task ShowAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(ended.Token))
        {
            var line = Line();
            await error.WriteAsync($"\r{line.PadRight(shown)}");
            shown = line.Length;
        }
    }
}

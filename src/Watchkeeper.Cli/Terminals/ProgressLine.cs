namespace Watchkeeper.Cli.Terminals;

/// <summary>Shows on standard error how far long work has come: one line, written anew each second.</summary>
internal sealed class ProgressLine : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly TextWriter error;
    private readonly Func<string> line;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource ended = new();
    private readonly Task showing;
    private int shown;

    /// <summary>Starts to show the line, unless nobody looks.</summary>
    public ProgressLine(TextWriter error, Func<string> line, TimeProvider time, bool isWatched)
    {
        (this.error, this.line, this.time) = (error, line, time);
        showing = isWatched ? ShowAsync() : Task.CompletedTask;
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
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(ended.Token))
        {
            var text = line();
            await error.WriteAsync($"\r{text.PadRight(shown)}");
            shown = text.Length;
        }
    }
}

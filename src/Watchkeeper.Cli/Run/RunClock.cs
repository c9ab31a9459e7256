using System.Globalization;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The clock of a finished run, for those who ask afterwards. The story of last month ends last month: by the real clock its
/// events would have expired. The clock goes on from where the run ended.
/// </summary>
internal sealed class RunClock : TimeProvider
{
    private const string FileName = "clock.txt";

    private readonly TimeProvider real;
    private readonly TimeSpan behind;

    private RunClock(TimeProvider real, TimeSpan behind) => (this.real, this.behind) = (real, behind);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() - behind;

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Writes into a data folder how far the run's clock is behind the real one.</summary>
    public static void Save(string folder, TimeSpan behind) =>
        File.WriteAllText(Path.Combine(folder, FileName), behind.ToString("c", CultureInfo.InvariantCulture) + "\n");

    /// <summary>How far the clock of the run in a data folder is behind the real one; zero if the folder says nothing.</summary>
    public static TimeSpan BehindIn(string? folder)
    {
        var file = folder is null ? null : Path.Combine(folder, FileName);
        return File.Exists(file)
            && TimeSpan.TryParseExact(File.ReadAllText(file).Trim(), "c", CultureInfo.InvariantCulture, out var behind)
            && behind > TimeSpan.Zero
                ? behind
                : TimeSpan.Zero;
    }

    /// <summary>The clock of the run in a data folder; the real clock if the folder says nothing.</summary>
    public static TimeProvider Of(string? folder, TimeProvider real) =>
        BehindIn(folder) is var behind && behind > TimeSpan.Zero ? new RunClock(real, behind) : real;
}

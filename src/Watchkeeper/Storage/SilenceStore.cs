using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Muting;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage;

/// <summary>
/// The silences. Those that are not over lie in one partition, which functions read whole; a small row changes with each of their
/// changes, so that an unchanged list costs one read of one row. Those that are over move to a partition of their own and expire.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="retention">How long a silence that is over is kept.</param>
/// <param name="time">The clock for delays.</param>
public sealed class SilenceStore(IRowTable table, TimeSpan retention, TimeProvider time)
{
    // The order of the writes in a transaction.
    private const int Own = 0;

    /// <summary>What stands for the list as it is; null if no silence was ever added. One read of one row.</summary>
    /// <exception cref="UnreadableRowException">The row is damaged.</exception>
    public async Task<string?> ReadStampAsync(CancellationToken cancellationToken) =>
        await table.ReadAsync(Keys.SilenceHead, cancellationToken) is { } row ? SilenceItem.ReadHead(row) : null;

    /// <summary>The silences that are not over, with some that ended a moment ago.</summary>
    public async Task<SilenceList> ListAsync(CancellationToken cancellationToken) =>
        Read(await table.QueryAsync(Keys.CurrentSilences, "", cancellationToken).ToListAsync(cancellationToken));

    /// <summary>The silences that ended, the last to end first.</summary>
    /// <param name="limit">The most to read, from 1.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<SilenceList> ListPastAsync(int limit, CancellationToken cancellationToken)
    {
        var page = await table.ReadRangeAsync(
            new RowRange(Keys.PastSilences, limit) { IsDescending = true }, cancellationToken);
        return Read(page.Rows);
    }

    /// <summary>Adds a silence.</summary>
    /// <exception cref="BusyRowsException">Other processes kept writing the rows, or the table was throttled.</exception>
    public Task<SilenceWriteResult> AddAsync(Silence silence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(silence);
        return WriteAsync(
            silence,
            [new RowPut(SilenceItem.Write(Keys.CurrentSilence(silence.Id), silence, null), RowGuard.NoRow)],
            cancellationToken);
    }

    /// <summary>
    /// Replaces a silence if nobody has changed it since it was read. One that is over afterwards is listed with those that are.
    /// </summary>
    /// <param name="before">The silence as it was read.</param>
    /// <param name="after">The silence as it shall be; its version follows.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write; whether it was carried out is then unknown.</param>
    /// <exception cref="BusyRowsException">Other processes kept writing the rows, or the table was throttled.</exception>
    public Task<SilenceWriteResult> ReplaceAsync(
        Silence before, Silence after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var next = after with { Version = before.Version + 1 };
        var same = RowGuard.Equal(SilenceItem.Version, before.Version);
        var key = Keys.CurrentSilence(before.Id);
        return WriteAsync(
            next,
            next.IsOverAt(now)
                ? [new RowDelete(key, same), PastOf(next)]
                : [new RowPut(SilenceItem.Write(key, next, null), same)],
            cancellationToken);
    }

    /// <summary>
    /// Notes that the end of a silence was announced. No change of a person's meets it: its version stays. False if somebody
    /// changed the silence in between.
    /// </summary>
    /// <exception cref="BusyRowsException">Other processes kept writing the rows, or the table was throttled.</exception>
    public async Task<bool> NoteAnnouncedAsync(Silence silence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(silence);
        var announced = silence with { AnnouncedEnd = silence.EndsAt };
        var result = await WriteAsync(
            announced,
            [
                new RowPut(
                    SilenceItem.Write(Keys.CurrentSilence(silence.Id), announced, null),
                    RowGuard.Equal(SilenceItem.Version, silence.Version)),
            ],
            cancellationToken,
            Stamp(silence, 0, "announced"));
        return result is SilenceWriteResult.Written;
    }

    /// <summary>Moves a silence that is over to those that are. False if somebody changed it in between.</summary>
    /// <exception cref="BusyRowsException">Other processes kept writing the rows, or the table was throttled.</exception>
    public async Task<bool> ArchiveAsync(Silence silence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(silence);
        var same = RowGuard.Equal(SilenceItem.Version, silence.Version);
        // The silence itself is as it was, and its last change has a stamp already.
        var result = await WriteAsync(
            silence,
            [new RowDelete(Keys.CurrentSilence(silence.Id), same), PastOf(silence)],
            cancellationToken,
            Stamp(silence, 0, "archived"));
        return result is SilenceWriteResult.Written;
    }

    private RowPut PastOf(Silence silence) => new(
        SilenceItem.Write(Keys.PastSilence(silence.EndsAt, silence.Id), silence, silence.EndsAt + retention));

    private async Task<SilenceWriteResult> WriteAsync(
        Silence silence, ImmutableArray<RowWrite> own, CancellationToken cancellationToken, string? ownStamp = null)
    {
        var stamp = ownStamp ?? Stamp(silence, 0);
        ImmutableArray<RowWrite> writes = [.. own, new RowPut(SilenceItem.WriteHead(stamp))];
        for (var tried = 1; ; tried++)
        {
            if (await table.WriteAllAsync(writes, cancellationToken) is not RowsRefused { Outcomes: var outcomes })
                return new SilenceWriteResult.Written(silence);
            if (outcomes[Own] is RowOutcome.Refused { Current: var current })
                return await ResultOfAsync(silence, current, stamp, cancellationToken);
            if (tried == RowRetry.MaxTries)
                throw new BusyRowsException($"the rows of the silences were busy {RowRetry.MaxTries} times");
            await RowRetry.PauseAsync(time, tried, Convert.FromHexString(Stamp(silence, tried))[0], cancellationToken);
        }
    }

    // The SDK repeats a write whose answer was lost, and the repeated one meets its own row, or its own stamp.
    private async Task<SilenceWriteResult> ResultOfAsync(
        Silence silence, Row? current, string stamp, CancellationToken cancellationToken)
    {
        var found = current is null ? null : SilenceItem.Read(current);
        var isOurs = found is null
            ? await ReadStampAsync(cancellationToken) == stamp
            : found.Version == silence.Version && found.ChangedAt == silence.ChangedAt && found.ChangedBy == silence.ChangedBy
                && found.By == silence.By;
        return isOurs ? new SilenceWriteResult.Written(silence) : new SilenceWriteResult.Overtaken(found);
    }

    // Different for each write, so that readers notice every one.
    private static string Stamp(Silence silence, int tried, string kind = "changed") => StableHash.Compute(
        kind,
        silence.Id,
        silence.Version.ToString(CultureInfo.InvariantCulture),
        silence.EndsAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
        silence.ChangedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
        silence.ChangedBy ?? silence.By,
        tried.ToString(CultureInfo.InvariantCulture));

    private static SilenceList Read(IEnumerable<Row> rows)
    {
        var silences = ImmutableArray.CreateBuilder<Silence>();
        var unreadable = ImmutableArray.CreateBuilder<Rejection>();
        foreach (var row in rows)
        {
            try
            {
                silences.Add(SilenceItem.Read(row));
            }
            catch (UnreadableRowException exception)
            {
                unreadable.Add(exception.Rejection);
            }
        }

        return new SilenceList(silences.ToImmutable(), unreadable.ToImmutable());
    }
}

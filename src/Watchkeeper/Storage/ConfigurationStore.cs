using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Configuration;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage;

/// <summary>
/// The versions of the configuration. One row holds the version in force with its content, so that a start costs one read. One
/// transaction writes it together with the version's own row and entries, which never change afterwards: a number exists once,
/// so that the versions have one order.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock for delays.</param>
public sealed class ConfigurationStore(IRowTable table, TimeProvider time)
{
    // The order of the writes in a transaction.
    private const int Head = 0;
    private const int Version = 1;

    /// <summary>The version in force; null if none was ever applied. One read of one row.</summary>
    /// <exception cref="UnreadableRowException">The row is damaged, or a newer version of Watchkeeper wrote it.</exception>
    public Task<AppliedConfiguration?> ReadAsync(CancellationToken cancellationToken) =>
        ReadAsync(Keys.ConfigurationHead, cancellationToken);

    /// <summary>The version in force as far as its row can be read. One read of one row.</summary>
    public async Task<ConfigurationHead> ReadHeadAsync(CancellationToken cancellationToken) =>
        await table.ReadAsync(Keys.ConfigurationHead, cancellationToken) is { } row
            ? ConfigurationItem.ReadHead(row)
            : new ConfigurationHead(null, null);

    /// <summary>A version with its content; null if there is none with this number.</summary>
    /// <exception cref="UnreadableRowException">The row is damaged, or a newer version of Watchkeeper wrote it.</exception>
    public async Task<AppliedConfiguration?> ReadVersionAsync(long number, CancellationToken cancellationToken) =>
        number > 0 ? await ReadAsync(Keys.Configuration(number), cancellationToken) : null;

    /// <summary>
    /// The version that the next one follows, without its content; null for none. A damaged or missing row of the version in
    /// force does not hide it, so that applying another version repairs that row.
    /// </summary>
    /// <exception cref="UnreadableRowException">
    /// Nothing of it can be read, or a newer version of Watchkeeper wrote it.
    /// </exception>
    public async Task<AppliedConfiguration?> ReadLatestAsync(CancellationToken cancellationToken)
    {
        var newest = new RowRange(Keys.ConfigurationEntries, 1) { IsDescending = true };
        var page = await table.ReadRangeAsync(newest, cancellationToken);
        var head = await table.ReadAsync(Keys.ConfigurationHead, cancellationToken);
        var (versions, unreadable) = Entries(head is null ? page.Rows : [.. page.Rows, head]);
        return versions.MaxBy(version => version.Number) is { } latest ? latest
            : unreadable.IsEmpty ? null : throw new UnreadableRowException(unreadable[0]);
    }

    /// <summary>Applies a version if nobody has applied another since <paramref name="known"/> was read.</summary>
    /// <param name="known">The newest version; null for none.</param>
    /// <param name="content">The checked form, UTF-8 JSON.</param>
    /// <param name="by">Who applies it.</param>
    /// <param name="comment">What they say about it; may be empty.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write; whether it was carried out is then unknown.</param>
    /// <exception cref="BusyRowsException">Other processes kept writing the rows, or the table was throttled.</exception>
    public Task<ConfigurationApplyResult> ApplyAsync(
        AppliedConfiguration? known, ReadOnlyMemory<byte> content, string by, string comment, DateTimeOffset now,
        CancellationToken cancellationToken) => ApplyAsync(
            new AppliedConfiguration
            {
                Number = (known?.Number ?? 0) + 1,
                Hash = AppliedConfiguration.HashOf(content.Span),
                Content = content,
                By = RowText.WellFormed(by),
                At = now,
                Comment = RowText.WellFormed(comment),
            },
            cancellationToken);

    /// <summary>
    /// Applies the content of a former version anew, if nobody has applied another since <paramref name="known"/>.
    /// </summary>
    /// <param name="known">The newest version.</param>
    /// <param name="former">The version to go back to, with its content.</param>
    /// <param name="by">Who goes back.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write; whether it was carried out is then unknown.</param>
    /// <exception cref="BusyRowsException">Other processes kept writing the rows, or the table was throttled.</exception>
    public Task<ConfigurationApplyResult> RollBackAsync(
        AppliedConfiguration known, AppliedConfiguration former, string by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(former);
        return ApplyAsync(
            former with
            {
                Number = known.Number + 1,
                By = RowText.WellFormed(by),
                At = now,
                Comment = string.Create(CultureInfo.InvariantCulture, $"rollback to {former.Number}"),
                RolledBackTo = former.Number,
            },
            cancellationToken);
    }

    /// <summary>A page of the versions, the newest first, without their contents.</summary>
    /// <param name="limit">The most versions to read, from 1.</param>
    /// <param name="before">The number before which to go on; null begins with the newest.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<ConfigurationHistory> HistoryAsync(int limit, long? before, CancellationToken cancellationToken)
    {
        var range = new RowRange(Keys.ConfigurationEntries, limit)
        {
            IsDescending = true,
            After = before is { } number ? Keys.Sortable(number) : null,
        };
        var page = await table.ReadRangeAsync(range, cancellationToken);
        var (versions, unreadable) = Entries(page.Rows);
        var last = page.Last is { } key ? long.Parse(key, CultureInfo.InvariantCulture) : (long?)null;
        return new ConfigurationHistory(versions, unreadable, last);
    }

    /// <summary>Finds a version by its number, or by the beginning of its hash.</summary>
    /// <param name="text">
    /// The number, or the first <see cref="AppliedConfiguration.ShownDigits"/> digits of the hash or more, in any case: with
    /// fewer a wrong number could hit a hash.
    /// </param>
    /// <param name="asOf">
    /// When the version was in force, to choose between versions with the same content; null chooses the newest.
    /// </param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="UnreadableRowException">An entry that fits is damaged.</exception>
    public async Task<ConfigurationLookup> FindAsync(string text, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await table.ReadAsync(Keys.ConfigurationEntry(number), cancellationToken) is { } row)
        {
            return new ConfigurationLookup.Found(ConfigurationItem.ReadEntry(row));
        }

        return await FindByHashAsync(text, asOf, cancellationToken);
    }

    /// <summary>Finds a version by the beginning of its hash, as a decision records it.</summary>
    /// <param name="text">The first <see cref="AppliedConfiguration.ShownDigits"/> digits or more, in any case.</param>
    /// <param name="asOf">
    /// When the version was in force, to choose between versions with the same content; null chooses the newest.
    /// </param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="UnreadableRowException">An entry that fits is damaged.</exception>
    public async Task<ConfigurationLookup> FindByHashAsync(
        string text, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is < AppliedConfiguration.ShownDigits or > 64 || !text.All(char.IsAsciiHexDigit))
            return new ConfigurationLookup.NotFound();
        var fitting = await table.QueryAsync(Keys.ConfigurationHashes, text.ToLowerInvariant(), cancellationToken)
            .Select(ConfigurationItem.ReadEntry).ToListAsync(cancellationToken);
        ImmutableArray<AppliedConfiguration> versions =
        [
            .. fitting.GroupBy(version => version.Hash, StringComparer.Ordinal)
                .Select(same => InForce([.. same.OrderByDescending(version => version.Number)], asOf))
                .OrderByDescending(version => version.Number),
        ];
        return versions switch
        {
            [] => new ConfigurationLookup.NotFound(),
            [var version] => new ConfigurationLookup.Found(version),
            _ => new ConfigurationLookup.Ambiguous(versions),
        };
    }

    // The clock of whoever applied a version may be ahead of the clock of who decided by it: then the oldest is meant.
    private static AppliedConfiguration InForce(ImmutableArray<AppliedConfiguration> newestFirst, DateTimeOffset? asOf) =>
        asOf is { } time ? newestFirst.FirstOrDefault(version => version.At <= time) ?? newestFirst[^1] : newestFirst[0];

    private async Task<AppliedConfiguration?> ReadAsync(RowKey key, CancellationToken cancellationToken) =>
        await table.ReadAsync(key, cancellationToken) is { } row ? ConfigurationItem.Read(row) : null;

    private static (ImmutableArray<AppliedConfiguration> Versions, ImmutableArray<Rejection> Unreadable) Entries(
        ImmutableArray<Row> rows)
    {
        var versions = ImmutableArray.CreateBuilder<AppliedConfiguration>();
        var unreadable = ImmutableArray.CreateBuilder<Rejection>();
        foreach (var row in rows)
        {
            try
            {
                versions.Add(ConfigurationItem.ReadEntry(row));
            }
            catch (UnreadableRowException exception)
            {
                unreadable.Add(exception.Rejection);
            }
        }

        return (versions.ToImmutable(), unreadable.ToImmutable());
    }

    private async Task<ConfigurationApplyResult> ApplyAsync(AppliedConfiguration version, CancellationToken cancellationToken)
    {
        if (version.Content.Length > ConfigurationItem.MaxContentBytes)
            return new ConfigurationApplyResult.TooLarge(version.Content.Length, ConfigurationItem.MaxContentBytes);
        var head = ConfigurationItem.Write(Keys.ConfigurationHead, version);
        var own = ConfigurationItem.Write(Keys.Configuration(version.Number), version);
        if (Math.Max(head.Size, own.Size) is > RowWrite.MaxBytes and var size)
            return new ConfigurationApplyResult.TooLarge(size, RowWrite.MaxBytes);
        ImmutableArray<RowWrite> writes =
        [
            new RowPut(head, ConfigurationItem.IsBefore(version.Number)),
            new RowPut(own, RowGuard.NoRow),
            new RowPut(ConfigurationItem.WriteEntry(Keys.ConfigurationEntry(version.Number), version), RowGuard.NoRow),
            new RowPut(ConfigurationItem.WriteEntry(Keys.ConfigurationHash(version.Hash, version.Number), version)),
        ];
        for (var tried = 1; ; tried++)
        {
            if (await table.WriteAllAsync(writes, cancellationToken) is not RowsRefused { Outcomes: var outcomes })
                return new ConfigurationApplyResult.Applied(version);
            if (await ResultOfAsync(version, outcomes, cancellationToken) is { } result)
                return result;
            if (tried == RowRetry.MaxTries)
                throw new BusyRowsException($"the rows of the configuration were busy {RowRetry.MaxTries} times");
            await RowRetry.PauseAsync(time, tried, Spread(version, tried), cancellationToken);
        }
    }

    /// <summary>The answer of the guards; null if a passing conflict prevented one, so that the caller must try again.</summary>
    private async Task<ConfigurationApplyResult?> ResultOfAsync(
        AppliedConfiguration version, ImmutableArray<RowOutcome> outcomes, CancellationToken cancellationToken)
    {
        // The SDK repeats a write whose answer was lost, and the repeated one meets its own row.
        if (outcomes[Version] is RowOutcome.Refused { Current: { } current })
        {
            return ConfigurationItem.ReadEntry(current).Equals(version)
                ? new ConfigurationApplyResult.Applied(version)
                : new ConfigurationApplyResult.Overtaken(await OtherAsync(outcomes, version, cancellationToken));
        }

        return outcomes.Any(outcome => outcome is RowOutcome.Refused)
            ? new ConfigurationApplyResult.Overtaken(await OtherAsync(outcomes, version, cancellationToken))
            : null;
    }

    private async Task<AppliedConfiguration> OtherAsync(
        ImmutableArray<RowOutcome> outcomes, AppliedConfiguration version, CancellationToken cancellationToken) =>
        outcomes[Head] is RowOutcome.Refused { Current: { } head }
            ? ConfigurationItem.ReadEntry(head)
            : await ReadLatestAsync(cancellationToken)
                ?? throw new UnreadableRowException(
                    new Rejection("$", $"version {version.Number} exists, and no entry names it"));

    // Rivals wait for different times, so that they do not collide again.
    private static byte Spread(AppliedConfiguration version, int tried) =>
        Convert.FromHexString(
            StableHash.Compute(version.Hash, version.By, tried.ToString(CultureInfo.InvariantCulture)))[0];
}

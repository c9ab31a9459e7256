using System.Collections.Immutable;
using System.Text;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Configurations;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Configuring;

/// <summary>The configuration in force over a real store, whose reads are counted and can fail.</summary>
internal sealed class ConfigurationWorld : IDisposable
{
    private readonly MemoryStream written = new();
    private readonly CountedTable table;

    public ConfigurationWorld()
    {
        table = new CountedTable(World.Table);
        Store = new ConfigurationStore(World.Table, World.Time);
        InForce = Start();
    }

    public World World { get; } = new();

    public ConfigurationStore Store { get; }

    /// <summary>The configuration in force in the first process.</summary>
    public ConfigurationInForce InForce { get; }

    /// <summary>Log and metrics.</summary>
    public string Written => Encoding.UTF8.GetString(written.ToArray());

    public int Reads => table.Reads;

    /// <summary>Another process.</summary>
    public ConfigurationInForce Start(TimeSpan? maxAge = null)
    {
        var output = new LineOutput(written);
        return new ConfigurationInForce(
            new ConfigurationStore(table, World.Time), World.Configuration, SampleFile.Read,
            new Metrics(output, World.Time, "AlarmFunction"), new JsonLogger(output, World.Time, "AlarmFunction"), World.Time)
        {
            MaxAge = maxAge ?? ConfigurationInForce.DefaultMaxAge,
        };
    }

    public Task<DecidingConfiguration> AskAsync() => InForce.CurrentAsync(TestContextToken).AsTask();

    /// <summary>A minute passes, and the process is asked.</summary>
    public Task<DecidingConfiguration> AskLaterAsync()
    {
        World.Time.Advance(TimeSpan.FromMinutes(1));
        return AskAsync();
    }

    public Task<AppliedConfiguration> ApplyAsync(string receiver) => ApplyAsync(SampleFile.Write(receiver));

    public async Task<AppliedConfiguration> ApplyAsync(byte[] content) =>
        (await Store.ApplyAsync(
            await Store.ReadLatestAsync(TestContextToken), content, "kim", "", World.Time.GetUtcNow(), TestContextToken))
            .ShouldBeOfType<ConfigurationApplyResult.Applied>().Version;

    public Task PutHeadAsync(Row row) => World.Table.WriteAsync(new RowPut(row), TestContextToken);

    public Task DeleteHeadAsync() => World.Table.WriteAsync(new RowDelete(Keys.ConfigurationHead), TestContextToken);

    /// <summary>The table's answer to reads from now on; null for the row.</summary>
    public void Fail(Exception? failure) => table.Failure = failure;

    public void Dispose()
    {
        World.Dispose();
        written.Dispose();
    }

    private sealed class CountedTable(IRowTable inner) : IRowTable
    {
        public int Reads { get; private set; }

        public Exception? Failure { get; set; }

        public Task<Row?> ReadAsync(RowKey key, CancellationToken cancellationToken)
        {
            key.ShouldBe(Keys.ConfigurationHead, "a function may read no other row");
            Reads++;
            return Failure is null ? inner.ReadAsync(key, cancellationToken) : Task.FromException<Row?>(Failure);
        }

        public Task<RowWriteResult> WriteAsync(RowWrite write, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<RowTransactionResult> WriteAllAsync(
            ImmutableArray<RowWrite> writes, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<Row> QueryAsync(string pk, string prefix, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<Row> QueryIndexAsync(RowIndex index, string? upTo, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<RowPage> ReadRangeAsync(RowRange range, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}

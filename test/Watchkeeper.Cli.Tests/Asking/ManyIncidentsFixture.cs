using System.Globalization;
using System.Text;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>The data folder of a run with a hundred thousand active incidents.</summary>
public sealed class ManyIncidentsFixture : IAsyncLifetime
{
    public const int Count = 100_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-many-");

    public string Data => folder.FullName;

    public async ValueTask InitializeAsync()
    {
        using var database = EmbeddedDatabase.Open(Path.Combine(Data, DataFolder.Database));
        // One transaction: each write of the product's own would be one.
        await database.WriteAsync(
            session =>
            {
                foreach (var number in Enumerable.Range(0, Count))
                {
                    var slot = Orders.Opening(string.Create(CultureInfo.InvariantCulture, $"alarm-{number}")).Apply(null);
                    var row = SlotItem.Write(slot, StoreHarness.SlotRetention);
                    var key = RowKey.From(row);
                    session.Run(
                        "INSERT INTO rows (pk, sk, json) VALUES ($1, $2, $3)",
                        key.Pk, key.Sk, Encoding.UTF8.GetString(RowJson.Write(row).Span));
                }

                return true;
            },
            TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

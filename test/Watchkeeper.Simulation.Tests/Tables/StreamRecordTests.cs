using System.Buffers;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Tables;

public sealed class StreamRecordTests
{
    [Fact]
    public void A_simulated_record_equals_that_of_the_real_table()
    {
        var (opened, repeated) = (Row(Orders.Opening().Apply(null)), Row(Orders.Repeat(1).Apply(Orders.Opening().Apply(null))));
        var key = RowKey.From(opened);
        foreach (var (before, after) in ((Row?, Row)[])[(null, opened), (opened, repeated)])
        {
            var record = StreamImages.Record(
                before is null ? null : StreamImages.From(key, before), StreamImages.From(key, after));
            var ours = $"{{\"eventID\":\"7\",{Encoding.UTF8.GetString(record)},\"SequenceNumber\":\"7\"}}}}";

            JsonElement.DeepEquals(Json(ours), Json(Real(key, before, after))).ShouldBeTrue(ours);
        }
    }

    private static Row Row(Slot slot) => SlotItem.Write(slot, StoreHarness.SlotRetention);

    private static string Real(RowKey key, Row? before, Row after)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            StreamRecordJson.Write(writer, "7", key, before, after);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Simulation.Tests.Tables;

public sealed class Records_of_the_stream
{
    [Fact]
    public void They_say_what_those_of_the_real_table_say()
    {
        var opened = Orders.Opening().Apply(null);
        var repeated = Orders.Repeat(1).Apply(opened);
        foreach (var (before, after) in ((Slot?, Slot)[])[(null, opened), (opened, repeated)])
        {
            var record = StreamImages.Record(before is null ? null : StreamImages.Of(new SlotChanged(null, before)), StreamImages.Of(new SlotChanged(null, after)));
            var ours = $"{{\"eventID\":\"7\",{Encoding.UTF8.GetString(record)},\"SequenceNumber\":\"7\"}}}}";

            JsonElement.DeepEquals(Json(ours), Json(Real(new SlotChanged(before, after)))).ShouldBeTrue(ours);
        }
    }

    private static string Real(StoreChange change)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            StreamRecordJson.Write(writer, "7", change);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

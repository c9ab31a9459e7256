using System.Text;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Incidents;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Derives changes from a stream record as a function does.</summary>
internal static class StreamRecords
{
    public static DynamoDBEvent.DynamodbStreamRecord ToEvent(string record)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($"{{\"Records\":[{record}]}}"));
        return new DefaultLambdaJsonSerializer().Deserialize<DynamoDBEvent>(json).Records.ShouldHaveSingleItem();
    }

    /// <summary>The change; null if there is none. Fails if the record is unreadable.</summary>
    public static StoreChange? ShouldBeUnderstood(this StreamParseResult reading)
    {
        reading.ShouldNotBeOfType<StreamParseResult.Rejected>(reading.ToString());
        return (reading as StreamParseResult.Changed)?.Change;
    }
}

using System.Text;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Shouldly;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Incidents;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>From a record of the stream to what is derived from it, by the way that a function goes.</summary>
internal static class StreamRecords
{
    public static DynamoDBEvent.DynamodbStreamRecord ToEvent(string record)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes($"{{\"Records\":[{record}]}}"));
        return new DefaultLambdaJsonSerializer().Deserialize<DynamoDBEvent>(json).Records.ShouldHaveSingleItem();
    }

    /// <summary>The change; null where there is nothing to derive from. Fails where it could not be understood.</summary>
    public static StoreChange? ShouldBeUnderstood(this StreamParseResult reading)
    {
        reading.ShouldNotBeOfType<StreamParseResult.Rejected>(reading.ToString());
        return (reading as StreamParseResult.Changed)?.Change;
    }
}

using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Core;
using Amazon.SimpleNotificationService;

namespace Watchkeeper.BareFunction;

/// <summary>One conditional write and one publish for each «CloudWatch Alarm State Change», and nothing else.</summary>
internal sealed class BareHandler(IAmazonDynamoDB dynamoDb, IAmazonSimpleNotificationService sns, string table, string topic)
{
    public async Task<Stream> HandleAsync(Stream payload, ILambdaContext context)
    {
        using var document = await JsonDocument.ParseAsync(payload);
        var alarm = document.RootElement.GetProperty("detail");
        var name = alarm.GetProperty("alarmName").GetString()!;
        var state = alarm.GetProperty("state");
        var value = state.GetProperty("value").GetString()!;
        var reason = state.GetProperty("reason").GetString()!;
        await dynamoDb.PutItemAsync(new PutItemRequest
        {
            TableName = table,
            Item = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
            {
                ["pk"] = new() { S = $"BARE#{name}" },
                ["sk"] = new() { S = "BARE" },
                ["event"] = new() { S = document.RootElement.GetProperty("id").GetString() },
                ["at"] = new() { S = document.RootElement.GetProperty("time").GetString() },
                ["state"] = new() { S = value },
                ["reason"] = new() { S = reason },
            },
            ConditionExpression = "attribute_not_exists(pk)",
        });
        await sns.PublishAsync(topic, $"{name} is in {value}: {reason}", $"{value}: {name}");
        return new MemoryStream("{}"u8.ToArray());
    }
}

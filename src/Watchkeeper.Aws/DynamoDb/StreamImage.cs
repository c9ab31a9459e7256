using Amazon.DynamoDBv2.Model;
using Event = Amazon.Lambda.DynamoDBEvents.DynamoDBEvent;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// From the attribute values of Lambda's event package to those of the SDK: the two are alike and unrelated, and rows are read and
/// written in one place, in the SDK's. Only the types that rows use are carried over; any other is found missing by who reads it.
/// </summary>
internal static class StreamImage
{
    public static Dictionary<string, AttributeValue> ToItem(Dictionary<string, Event.AttributeValue> image)
    {
        var item = new Dictionary<string, AttributeValue>(image.Count, StringComparer.Ordinal);
        foreach (var (name, value) in image)
            item[name] = ToValue(value);
        return item;
    }

    private static AttributeValue ToValue(Event.AttributeValue? value) => new()
    {
        S = value?.S,
        N = value?.N,
        B = value?.B,
        M = value?.M is { } map ? ToItem(map) : null,
        L = value?.L is { } list ? [.. list.Select(ToValue)] : null,
    };
}

using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Counts requests by kind, including reads, and the capacity units that DynamoDB Local reports.</summary>
internal sealed class RequestMeter
{
    private readonly SortedDictionary<string, int> requests = new(StringComparer.Ordinal);

    public RequestMeter(WatchedClient client)
    {
        client.Requesting += Ask;
        client.Responded += Take;
    }

    /// <summary>Read units so far.</summary>
    public double Read { get; private set; }

    /// <summary>Write units so far.</summary>
    public double Written { get; private set; }

    /// <summary>The number of requests of each kind: <c>BatchGetItem 1, Query 16</c>.</summary>
    public string Requests => string.Join(", ", requests.Select(pair => $"{pair.Key} {pair.Value}"));

    private void Ask(AmazonWebServiceRequest request)
    {
        if (request is DeleteTableRequest)
            return;
        var kind = request.GetType().Name.Replace("Request", "", StringComparison.Ordinal);
        requests[kind] = requests.GetValueOrDefault(kind) + 1;
        _ = request switch
        {
            PutItemRequest put => put.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            UpdateItemRequest update => update.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            DeleteItemRequest delete => delete.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            GetItemRequest get => get.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            BatchGetItemRequest batch => batch.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            QueryRequest query => query.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            _ => throw new InvalidOperationException($"{request.GetType().Name} is not counted."),
        };
    }

    private void Take(AmazonWebServiceResponse response)
    {
        Read += Units(response switch
        {
            GetItemResponse get => [get.ConsumedCapacity],
            BatchGetItemResponse batch => batch.ConsumedCapacity,
            QueryResponse query => [query.ConsumedCapacity],
            _ => [],
        });
        Written += Units(response switch
        {
            PutItemResponse put => [put.ConsumedCapacity],
            UpdateItemResponse update => [update.ConsumedCapacity],
            DeleteItemResponse delete => [delete.ConsumedCapacity],
            _ => [],
        });
    }

    private static double Units(IEnumerable<ConsumedCapacity> taken) => taken.Sum(capacity => capacity.CapacityUnits ?? 0);
}

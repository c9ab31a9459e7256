using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Counts the capacity units that DynamoDB Local reports for each request.</summary>
internal sealed class CapacityMeter
{
    private readonly List<ConsumedCapacity> taken = [];
    private int requests;

    public CapacityMeter(WatchedClient client)
    {
        client.Requesting += Ask;
        client.Responded += Take;
    }

    /// <summary>Whether reads are let pass, uncounted; otherwise they fail.</summary>
    public bool AllowsReads { get; init; }

    /// <summary>Requests and write units since the last call; fails on a request that is no write.</summary>
    public (int Requests, double Units) Since()
    {
        var found = (requests, taken.Sum(capacity => capacity.CapacityUnits ?? 0));
        taken.Clear();
        requests = 0;
        return found;
    }

    private void Ask(AmazonWebServiceRequest request)
    {
        if (request is DeleteTableRequest || (AllowsReads && request is GetItemRequest))
            return;
        requests++;
        _ = request switch
        {
            PutItemRequest put => put.ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
            UpdateItemRequest update => update.ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
            TransactWriteItemsRequest transaction => transaction.ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
            _ => throw new InvalidOperationException($"{request.GetType().Name} is no write."),
        };
    }

    private void Take(AmazonWebServiceResponse response) => taken.AddRange(response switch
    {
        PutItemResponse put => [put.ConsumedCapacity],
        UpdateItemResponse update => [update.ConsumedCapacity],
        TransactWriteItemsResponse transaction => transaction.ConsumedCapacity,
        _ => [],
    });
}

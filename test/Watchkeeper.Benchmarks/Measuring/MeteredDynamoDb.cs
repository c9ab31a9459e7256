using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Watchkeeper.Benchmarks.Measuring;

/// <summary>A client that requests and counts the units of each write; a read fails.</summary>
internal sealed class MeteredDynamoDb(string serviceUrl, string region) : AmazonDynamoDBClient(
    new BasicAWSCredentials("local", "local"),
    new AmazonDynamoDBConfig { ServiceURL = serviceUrl, AuthenticationRegion = region })
{
    // The base's constructor builds the pipeline, and initialisers run before it.
    private readonly Meter meter = new();

    /// <summary>Requests and write units since the last call.</summary>
    public (int Requests, double Units) Since()
    {
        var found = (meter.Requests, meter.Units);
        (meter.Requests, meter.Units) = (0, 0);
        return found;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerBefore<Marshaller>(meter);
    }

    private sealed class Meter : PipelineHandler
    {
        public int Requests { get; set; }

        public double Units { get; set; }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            Requests++;
            _ = executionContext.RequestContext.OriginalRequest switch
            {
                PutItemRequest put => put.ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
                UpdateItemRequest update => update.ReturnConsumedCapacity = ReturnConsumedCapacity.INDEXES,
                var other => throw new BenchmarkException($"{other.GetType().Name} is no write"),
            };
            var response = await base.InvokeAsync<T>(executionContext);
            Units += response switch
            {
                PutItemResponse put => put.ConsumedCapacity.CapacityUnits ?? 0,
                UpdateItemResponse update => update.ConsumedCapacity.CapacityUnits ?? 0,
                _ => 0,
            };
            return response;
        }
    }
}

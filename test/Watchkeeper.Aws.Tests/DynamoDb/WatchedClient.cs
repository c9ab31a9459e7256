using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Watchkeeper.Testing;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>A client that shows a test each request before serialisation, and each response.</summary>
internal sealed class WatchedClient(string serviceUrl) : AmazonDynamoDBClient(
    Emulated.Credentials, new AmazonDynamoDBConfig { ServiceURL = serviceUrl, AuthenticationRegion = Emulated.Region })
{
    // The base's constructor builds the pipeline, and initialisers run before it.
    private readonly Watcher watcher = new();

    /// <summary>Receives each request and may change it.</summary>
    public Action<AmazonWebServiceRequest>? Requesting
    {
        get => watcher.Requesting;
        set => watcher.Requesting = value;
    }

    /// <summary>Receives each successful response.</summary>
    public Action<AmazonWebServiceResponse>? Responded
    {
        get => watcher.Responded;
        set => watcher.Responded = value;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerBefore<Marshaller>(watcher);
    }

    private sealed class Watcher : PipelineHandler
    {
        public Action<AmazonWebServiceRequest>? Requesting { get; set; }

        public Action<AmazonWebServiceResponse>? Responded { get; set; }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            Requesting?.Invoke(executionContext.RequestContext.OriginalRequest);
            var response = await base.InvokeAsync<T>(executionContext);
            Responded?.Invoke(response);
            return response;
        }
    }
}

using Amazon.Runtime.Internal;

namespace Amazon.StandIn;

/// <summary>What a service's client adds to the SDK's own pipeline of retries, signing and HTTP.</summary>
internal static class ServicePipeline
{
    public static void Complete(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }
}

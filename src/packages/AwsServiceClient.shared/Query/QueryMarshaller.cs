using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIn;

/// <summary>Writes a request of the AWS Query protocol: a form that is posted, with the operation's name in it.</summary>
/// <param name="service">The SDK's name of the service, its namespace.</param>
/// <param name="action">The operation.</param>
/// <param name="version">The date of the service's API.</param>
/// <param name="write">Writes the operation's own parameters.</param>
internal sealed class QueryMarshaller<TRequest>(
    string service, string action, string version, Action<TRequest, QueryParameters> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service);
        request.Parameters.Add("Action", action);
        request.Parameters.Add("Version", version);
        write((TRequest)input, new QueryParameters(request.Parameters, prefix: ""));
        return request;
    }
}

using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIn;

/// <summary>Writes a request of the AWS JSON protocol: one object, with the operation's name in a header.</summary>
/// <param name="service">The SDK's name of the service, its namespace.</param>
/// <param name="target">The service's and the operation's name, as <c>X-Amz-Target</c> has them.</param>
/// <param name="write">Writes the members of the object.</param>
/// <param name="version">The protocol's version, 1.0 or 1.1.</param>
internal sealed class JsonMarshaller<TRequest>(
    string service, string target, Action<TRequest, Utf8JsonWriter> write, string version = "1.1")
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            write((TRequest)input, writer);
            writer.WriteEndObject();
        }
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/", Content = body.ToArray() };
        request.Headers["X-Amz-Target"] = target;
        request.Headers["Content-Type"] = "application/x-amz-json-" + version;
        return request;
    }
}

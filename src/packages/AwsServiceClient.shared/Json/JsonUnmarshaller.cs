using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.StandIn;

/// <summary>Reads an answer of the AWS JSON protocol.</summary>
/// <param name="set">Takes the members of the answer's object.</param>
/// <param name="toException">The service's typed exception for an error.</param>
internal sealed class JsonUnmarshaller<TResponse>(
    Action<TResponse, JsonElement> set, Func<ErrorResponse, AmazonServiceException> toException)
    : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new TResponse();
        using var document = JsonDocument.Parse(input.Stream);
        set(response, document.RootElement);
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return toException(error);
    }
}

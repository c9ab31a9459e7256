using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIn;

/// <summary>
/// Reads an answer of the AWS Query protocol: <c>XResponse</c>, in it <c>XResult</c> and <c>ResponseMetadata</c>.
/// </summary>
/// <param name="action">The operation, X.</param>
/// <param name="set">Takes one member of the result by its name; null where there is no result.</param>
/// <param name="toException">The service's typed exception for an error.</param>
internal sealed class QueryUnmarshaller<TResponse>(
    string action, Action<TResponse, string, XmlUnmarshallerContext> set, Func<QueryError, AmazonServiceException> toException)
    : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new TResponse();
        if (!input.ReadRoot())
            return response;
        input.ForEachChild(name =>
        {
            if (name == "ResponseMetadata")
            {
                response.ResponseMetadata = input.ReadStructure<ResponseMetadata>((metadata, field) =>
                    ReadMetadata(metadata, field, input));
            }
            else if (set is not null && name == action + "Result")
            {
                input.ForEachChild(field => set(response, field, input));
            }
        });
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return toException(new QueryError(error, input));
    }

    private static void ReadMetadata(ResponseMetadata metadata, string field, XmlUnmarshallerContext input)
    {
        if (field == "RequestId")
            metadata.RequestId = input.ReadString();
        else
            metadata.Metadata[field] = input.ReadString();
    }
}

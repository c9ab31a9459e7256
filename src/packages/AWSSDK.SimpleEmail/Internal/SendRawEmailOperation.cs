using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleEmail.Model;
using Amazon.StandIn;

namespace Amazon.SimpleEmail.Internal;

internal static class SendRawEmailOperation
{
    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<SendRawEmailRequest>("Amazon.SimpleEmail", "SendRawEmail", "2010-12-01", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<SendRawEmailResponse>("SendRawEmail", Set, ServiceErrors.ToException),
    };

    private static void Write(SendRawEmailRequest request, QueryParameters parameters)
    {
        parameters.Add(nameof(request.ConfigurationSetName), request.ConfigurationSetName);
        parameters.AddList(nameof(request.Destinations), request.Destinations);
        parameters.Add(nameof(request.FromArn), request.FromArn);
        parameters.Add(nameof(request.RawMessage), request.RawMessage, WriteRawMessage);
        parameters.Add(nameof(request.ReturnPathArn), request.ReturnPathArn);
        parameters.Add(nameof(request.Source), request.Source);
        parameters.Add(nameof(request.SourceArn), request.SourceArn);
        parameters.AddList(nameof(request.Tags), request.Tags, SendEmailOperation.WriteTag);
    }

    private static void WriteRawMessage(RawMessage message, QueryParameters parameters) =>
        parameters.Add(nameof(message.Data), message.Data);

    private static void Set(SendRawEmailResponse response, string field, XmlUnmarshallerContext context)
    {
        if (field == nameof(response.MessageId))
            response.MessageId = context.ReadString();
    }
}

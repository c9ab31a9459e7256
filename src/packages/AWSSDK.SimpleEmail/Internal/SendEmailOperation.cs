using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleEmail.Model;
using Amazon.StandIn;

namespace Amazon.SimpleEmail.Internal;

internal static class SendEmailOperation
{
    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<SendEmailRequest>("Amazon.SimpleEmail", "SendEmail", "2010-12-01", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<SendEmailResponse>("SendEmail", Set, ServiceErrors.ToException),
    };

    public static void WriteTag(MessageTag tag, QueryParameters parameters)
    {
        parameters.Add(nameof(tag.Name), tag.Name);
        parameters.Add(nameof(tag.Value), tag.Value);
    }

    private static void Write(SendEmailRequest request, QueryParameters parameters)
    {
        parameters.Add(nameof(request.ConfigurationSetName), request.ConfigurationSetName);
        parameters.Add(nameof(request.Destination), request.Destination, WriteDestination);
        parameters.Add(nameof(request.Message), request.Message, WriteMessage);
        parameters.AddList(nameof(request.ReplyToAddresses), request.ReplyToAddresses);
        parameters.Add(nameof(request.ReturnPath), request.ReturnPath);
        parameters.Add(nameof(request.ReturnPathArn), request.ReturnPathArn);
        parameters.Add(nameof(request.Source), request.Source);
        parameters.Add(nameof(request.SourceArn), request.SourceArn);
        parameters.AddList(nameof(request.Tags), request.Tags, WriteTag);
    }

    private static void WriteDestination(Destination destination, QueryParameters parameters)
    {
        parameters.AddList(nameof(destination.BccAddresses), destination.BccAddresses);
        parameters.AddList(nameof(destination.CcAddresses), destination.CcAddresses);
        parameters.AddList(nameof(destination.ToAddresses), destination.ToAddresses);
    }

    private static void WriteMessage(Message message, QueryParameters parameters)
    {
        parameters.Add(nameof(message.Body), message.Body, WriteBody);
        parameters.Add(nameof(message.Subject), message.Subject, WriteContent);
    }

    private static void WriteBody(Body body, QueryParameters parameters)
    {
        parameters.Add(nameof(body.Html), body.Html, WriteContent);
        parameters.Add(nameof(body.Text), body.Text, WriteContent);
    }

    private static void WriteContent(Content content, QueryParameters parameters)
    {
        parameters.Add(nameof(content.Charset), content.Charset);
        parameters.Add(nameof(content.Data), content.Data);
    }

    private static void Set(SendEmailResponse response, string field, XmlUnmarshallerContext context)
    {
        if (field == nameof(response.MessageId))
            response.MessageId = context.ReadString();
    }
}

using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;
using Amazon.StandIn;

namespace Amazon.SimpleNotificationService.Internal;

internal static class PublishOperation
{
    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<PublishRequest>(
            "Amazon.SimpleNotificationService", "Publish", "2010-03-31", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<PublishResponse>("Publish", Set, ServiceErrors.ToException),
    };

    private static void Write(PublishRequest request, QueryParameters parameters)
    {
        parameters.Add(nameof(request.Message), request.Message);
        parameters.AddMap(nameof(request.MessageAttributes), request.MessageAttributes, WriteAttribute);
        parameters.Add(nameof(request.MessageDeduplicationId), request.MessageDeduplicationId);
        parameters.Add(nameof(request.MessageGroupId), request.MessageGroupId);
        parameters.Add(nameof(request.MessageStructure), request.MessageStructure);
        parameters.Add(nameof(request.PhoneNumber), request.PhoneNumber);
        parameters.Add(nameof(request.Subject), request.Subject);
        parameters.Add(nameof(request.TargetArn), request.TargetArn);
        parameters.Add(nameof(request.TopicArn), request.TopicArn);
    }

    private static void WriteAttribute(MessageAttributeValue value, QueryParameters parameters)
    {
        parameters.Add(nameof(value.BinaryValue), value.BinaryValue);
        parameters.Add(nameof(value.DataType), value.DataType);
        parameters.Add(nameof(value.StringValue), value.StringValue);
    }

    private static void Set(PublishResponse response, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(response.MessageId):
                response.MessageId = context.ReadString();
                break;
            case nameof(response.SequenceNumber):
                response.SequenceNumber = context.ReadString();
                break;
        }
    }
}

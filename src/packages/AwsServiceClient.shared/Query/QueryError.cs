using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIn;

/// <summary>An error document of the Query protocol.</summary>
internal sealed class QueryError(ErrorResponse common, XmlUnmarshallerContext context)
{
    /// <summary>What every error has: code, message, whose fault it is.</summary>
    public ErrorResponse Common => common;

    /// <summary>One of the members that only some errors have, from inside <c>Error</c>; null when it is absent.</summary>
    public string Member(string name)
    {
        using var body = new MemoryStream(context.GetResponseBodyBytes());
        using var again = new XmlUnmarshallerContext(body, maintainResponseBody: false, context.ResponseData);
        string value = null;
        if (again.ReadRoot())
        {
            again.ForEachChild(element =>
            {
                if (element == "Error")
                    again.ForEachChild(field => value = field == name ? again.ReadString() : value);
            });
        }
        return value;
    }
}

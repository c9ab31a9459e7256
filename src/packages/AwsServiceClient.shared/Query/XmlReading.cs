using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIn;

/// <summary>
/// Reads the SDK's stream of XML events by element names, whatever their order; unknown elements are passed over.
/// </summary>
internal static class XmlReading
{
    /// <summary>Goes on to the document's root element; false where there is none.</summary>
    public static bool ReadRoot(this XmlUnmarshallerContext context)
    {
        while (!context.IsStartElement)
        {
            if (!context.Read())
                return false;
        }
        return true;
    }

    /// <summary>
    /// Calls <paramref name="read"/> at the start of each child of the element that was just entered, and leaves that
    /// element.
    /// </summary>
    public static void ForEachChild(this XmlUnmarshallerContext context, Action<string> read)
    {
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth))
        {
            if (context.IsStartElement && context.CurrentDepth == depth + 1)
                read(context.CurrentElementName);
        }
    }

    /// <summary>The structure that the element holds.</summary>
    public static T ReadStructure<T>(this XmlUnmarshallerContext context, Action<T, string> set)
        where T : new()
    {
        var value = new T();
        context.ForEachChild(name => set(value, name));
        return value;
    }

    /// <summary>The members of a list; null when there is none, as the SDK has it.</summary>
    public static List<T> ReadList<T>(this XmlUnmarshallerContext context, Func<T> read)
    {
        List<T> list = AWSConfigs.InitializeCollections ? [] : null;
        context.ForEachChild(name =>
        {
            if (name == "member")
                (list ??= []).Add(read());
        });
        return list;
    }

    public static List<string> ReadStrings(this XmlUnmarshallerContext context) => context.ReadList(context.ReadString);

    public static string ReadString(this XmlUnmarshallerContext context) => StringUnmarshaller.Instance.Unmarshall(context);

    public static int? ReadInt(this XmlUnmarshallerContext context) => NullableIntUnmarshaller.Instance.Unmarshall(context);

    public static bool? ReadBool(this XmlUnmarshallerContext context) => NullableBoolUnmarshaller.Instance.Unmarshall(context);

    public static DateTime? ReadTime(this XmlUnmarshallerContext context) =>
        NullableDateTimeUnmarshaller.Instance.Unmarshall(context);
}

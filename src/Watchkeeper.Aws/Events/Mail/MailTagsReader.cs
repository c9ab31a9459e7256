using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>Reads a mail's tags: <c>{"name": ["value"]}</c>.</summary>
internal static class MailTagsReader
{
    /// <summary>Whether Watchkeeper sent the mail. A mail without tags comes from another sender.</summary>
    public static bool AreOurs(JsonCursor tags) => tags.Element.Get(MailTags.Incident).ValueKind is not JsonValueKind.Undefined;

    /// <summary>The value of a Watchkeeper tag.</summary>
    public static string Read(JsonCursor tags, string name)
    {
        var value = tags.Member(name).Item(0);
        var text = value.Text("the tag's value");
        return MailTags.Decode(text)
            ?? throw value.Reject("is not a value that Watchkeeper writes: expected letters, digits, - and _ with two digits");
    }
}

using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>Reads the tags that a mail was sent with: <c>{"name": ["value"]}</c>.</summary>
internal static class MailTagsReader
{
    /// <summary>Whether Watchkeeper sent the mail. Mails that were sent without tags have none.</summary>
    public static bool AreOurs(JsonCursor tags) => tags.Element.Get(MailTags.Incident).ValueKind is not JsonValueKind.Undefined;

    /// <summary>What a tag of ours says.</summary>
    public static string Read(JsonCursor tags, string name)
    {
        var value = tags.Member(name).Item(0);
        var text = value.Text("the tag's value");
        return MailTags.Decode(text)
            ?? throw value.Reject("is no value that Watchkeeper writes: expected letters, digits, - and _ with two digits");
    }
}

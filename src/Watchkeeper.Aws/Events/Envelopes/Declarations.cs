using System.Buffers;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Envelopes;

/// <summary>Operators' declarations in tags and descriptions: <c>severity</c> and <c>runbook</c>.</summary>
internal static class Declarations
{
    private const string Scheme = "https://";

    private static readonly SearchValues<char> AfterAddress = SearchValues.Create(" \t\r\n\"<>)]");

    /// <summary>The severity from the tags, else from the description, with any declared value that is unknown.</summary>
    public static SeverityDeclaration Severity(IEnumerable<KeyValuePair<string, string>> tags, string description) =>
        SeverityDeclaration.FromTags(tags).OrElse(SeverityDeclaration.FromDescription(description));

    /// <summary>
    /// The https address in the tag <c>runbook</c>, else after that word in the description; empty if neither exists.
    /// </summary>
    public static string Runbook(IEnumerable<KeyValuePair<string, string>> tags, string description)
    {
        var tagged = tags.FirstOrDefault(tag => Is(tag.Key, "runbook") || Is(tag.Key, "runbook_url")).Value ?? "";
        if (Address(tagged) is { Length: > 0 } address)
            return address;
        var word = description.IndexOf("runbook", StringComparison.OrdinalIgnoreCase);
        var start = word < 0 ? -1 : description.IndexOf(Scheme, word, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? "" : Address(description[start..]);
    }

    private static string Address(string text)
    {
        text = text.Trim();
        var end = text.AsSpan().IndexOfAny(AfterAddress);
        if (end >= 0)
            text = text[..end];
        text = text.TrimEnd('.', ',', ';');
        return text.Length <= SubjectLimits.Resource
            && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
                ? uri.AbsoluteUri
                : "";
    }

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>Finds English sentences in a message. Names of AWS, addresses, commands and texts of the event are none.</summary>
internal static class EnglishSentences
{
    // Names of three words and more.
    private static readonly string[] Names = ["AWS Config", "IAM Identity Center", "Secrets Manager"];

    // Three words: two are a command of the AWS command line, such as «iam list-access-keys».
    private static readonly Regex Sentence =
        new("[A-Za-z][a-z-]+(?:[,;:.]? [A-Za-z][a-z-]+){2,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    // Addresses and commands.
    private static readonly Regex Quoted =
        new(@"https://[^\s<]+|aws [a-z0-9]+ [a-z-]+( --[a-z-]+ \S+)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    // «shop-order-5xx-rate-high».
    private static readonly Regex Named =
        new("[a-z0-9]+(-[a-z0-9]+){2,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>The English sentences in a form of a message about an event.</summary>
    /// <param name="form">The form.</param>
    /// <param name="name">The event's file.</param>
    /// <param name="others">Further texts that the message quotes.</param>
    public static IEnumerable<string> In(string form, string name, params string[] others)
    {
        var text = Quoted.Replace(form, "");
        var allowed = others.Concat(Names).Concat(TextsOf(JsonElement.Parse(EventFiles.Bytes(name))));
        foreach (var each in allowed.Where(each => each.Length > 3).OrderByDescending(each => each.Length))
            text = text.Replace(each, "", StringComparison.Ordinal);
        return Sentence.Matches(Named.Replace(text, "")).Select(match => match.Value);
    }

    // A Health event is named by its code: «AWS_EC2_INSTANCE_REBOOT_MAINTENANCE_SCHEDULED».
    private static string WordsOf(string code) =>
        string.Join(' ', code.Split('_').Skip(2)).ToLowerInvariant();

    private static IEnumerable<string> TextsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => TextsOf(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.String when json.GetString() is { } text => [text, InertText.Line(text), WordsOf(text)],
        _ => [],
    };
}

using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Where channels send to: an address, a reference to one, or the installation's own.</summary>
internal static class Addresses
{
    /// <summary>The word for what the template's parameters name.</summary>
    public const string Default = "default";

    /// <summary>An SNS topic.</summary>
    public static TextSchema Topic { get; } = new(
        "the ARN of an SNS topic, a reference to it, or default",
        text => SecretKeys.RefuseReference(text)
            ?? (IsElsewhere(text) || IsArn(text, "sns")
                ? null
                : $"is «{text}»: it must be the ARN of an SNS topic, ssm:/NAME, or default"))
    {
        Warning = SecretKeys.WarnOfPrefix,
        Remark = text => text == Default ? null : "functions may publish to it if the template's ReceiverTopicArns names it",
        Examples = [Default, "arn:aws:sns:eu-central-1:111122223333:oncall"],
    };

    /// <summary>An endpoint of a mobile app.</summary>
    public static TextSchema Target { get; } = new(
        "the ARN of an endpoint",
        text => SecretKeys.RefuseReference(text)
            ?? (SecretKeys.IsReference(text) || IsArn(text, "sns")
                ? null
                : $"is «{text}»: it must be an ARN of SNS, or ssm:/NAME"))
    {
        Warning = SecretKeys.WarnOfPrefix,
        Remark = _ => "functions may publish to it if the template's ReceiverTopicArns names it",
    };

    /// <summary>A phone number (E.164).</summary>
    public static TextSchema Phone { get; } = new(
        "a phone number such as +4915112345678",
        text => SecretKeys.RefuseReference(text)
            ?? (SecretKeys.IsReference(text) || IsPhone(text)
                ? null
                : $"is «{text}»: it must be a phone number in international form, + and up to 15 digits, or ssm:/NAME"))
    {
        Warning = SecretKeys.WarnOfPrefix,
        Remark = _ => "functions may send SMS to phones if the template's SmsToPhones is true",
    };

    /// <summary>Mail addresses.</summary>
    public static TextSchema Mail { get; } = new(
        "mail addresses separated by commas, a reference to them, or default", RefuseMail)
    {
        Examples = [Default, "orders@example.com"],
        Refusal = text => text.Contains("{{", StringComparison.Ordinal) ? GoTemplates.Text.Refusal!(text) : null,
        Warning = SecretKeys.WarnOfPrefix,
    };

    private static string? RefuseMail(string text)
    {
        if (SecretKeys.RefuseReference(text) is { } rejected)
            return rejected;
        if (IsElsewhere(text) || text.Contains("{{", StringComparison.Ordinal))
            return null;
        foreach (var address in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // SES decides in the end; this finds what cannot be an address (RFC 5321, without quoted local parts).
            var plain = address.EndsWith('>') && address.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open
                ? address[(open + 1)..^1]
                : address;
            var at = plain.LastIndexOf('@');
            if (at <= 0 || at == plain.Length - 1 || plain.Any(each => char.IsWhiteSpace(each) || char.IsControl(each)))
                return $"holds «{address}», which is no mail address: write name@example.com, ssm:/NAME, or default";
        }

        return null;
    }

    private static bool IsElsewhere(string text) => text == Default || SecretKeys.IsReference(text);

    private static bool IsArn(string text, string service) =>
        text.Split(':') is ["arn", { Length: > 0 }, var of, { Length: > 0 }, { Length: 12 } account, { Length: > 0 }, ..]
        && of == service && account.All(char.IsAsciiDigit);

    private static bool IsPhone(string text) =>
        text.Length is > 3 and <= 16 && text[0] == '+' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}

using Watchkeeper.Text;
using static Watchkeeper.Secrets.SecretReferenceResult;

namespace Watchkeeper.Secrets;

/// <summary>
/// Reads references. A text that was meant as a reference is rejected instead of being used as the value itself: it would be sent
/// to as an address, and the mistake would show only when something fires.
/// </summary>
internal static class SecretReferenceParser
{
    public const string ParameterScheme = "ssm:";
    public const string SecretScheme = "secretsmanager:";

    private const int MaxLength = 2048;

    public static SecretReferenceResult Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var scheme = Has(trimmed, ParameterScheme) ? ParameterScheme : Has(trimmed, SecretScheme) ? SecretScheme : null;
        if (scheme is null)
            return OtherForm(trimmed) is { } other ? Reject(other) : Plain;
        if (trimmed.Length < text.Length)
            return Reject("has blanks before or after the reference: remove them");
        if (!text.StartsWith(scheme, StringComparison.Ordinal))
            return Reject($"the beginning must be in lower case: {scheme}");
        if (text.Length > MaxLength)
            return Reject($"is longer than {MaxLength} characters");
        return scheme == ParameterScheme ? ParameterReference.Parse(text) : ManagedReference.Parse(text);
    }

    public static Rejected Reject(string reason) => new(new Rejection("$", reason));

    /// <summary>Names the first character that a name may not have; null if all are allowed.</summary>
    /// <param name="name">The name.</param>
    /// <param name="others">The characters that are allowed beside ASCII letters and digits.</param>
    public static string? WrongCharacter(ReadOnlySpan<char> name, string others)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var character = name[i];
            if (char.IsAsciiLetterOrDigit(character) || others.Contains(character, StringComparison.Ordinal))
                continue;
            var shown = character is > ' ' and < '\u007F' ? $"«{character}»" : $"U+{(int)character:X4}";
            return $"has {shown} at position {i + 1} of the name: allowed are letters, digits and "
                + string.Join(' ', others.ToCharArray());
        }

        return null;
    }

    private static bool Has(ReadOnlySpan<char> text, string scheme) =>
        text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);

    private static string? OtherForm(ReadOnlySpan<char> text)
    {
        if (Has(text, "{{resolve:"))
            return "only CloudFormation reads {{resolve:…}}: write ssm:/path/name or secretsmanager:name";
        if (!Has(text, "arn:"))
            return null;
        return text.ToString().Split(':') is ["arn" or "ARN", _, var service, ..]
            ? service switch
            {
                "secretsmanager" => "an ARN alone is no reference: write secretsmanager: before it",
                "ssm" => "an ARN is no reference to a parameter: write ssm: and the parameter's name, ssm:/path/name",
                _ => null,
            }
            : null;
    }
}

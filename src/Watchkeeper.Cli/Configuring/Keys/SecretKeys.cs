using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Secrets;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>
/// Values that are secrets: references to them are applied, the values themselves are not, and no message shows one.
/// </summary>
internal static class SecretKeys
{
    /// <summary>Below which names functions may read, unless the template's parameter says otherwise.</summary>
    private const string UsualPrefix = "/watchkeeper/";

    /// <summary>A secret or the reference to one.</summary>
    public static TextSchema Value { get; } = new("a reference to a secret, such as ssm:/watchkeeper/name", RefuseReference)
    {
        Refusal = text => IsReference(text)
            ? null
            : "is a secret in plain text: store it in AWS, and write its reference, ssm:/NAME or secretsmanager:NAME",
        Warning = WarnOfPrefix,
    };

    /// <summary>A file on Alertmanager's disk that holds a secret.</summary>
    public static KeySchema File(string name, string instead) => new(
        name, Formats.Text, $"Alertmanager's file with {instead}.")
    {
        Refusal = $"names a file, which no function has: write {instead}: ssm:/NAME or secretsmanager:NAME",
    };

    /// <summary>A key with a secret.</summary>
    public static KeySchema Key(string name, string description) => new(name, Value, description);

    /// <summary>Whether a text is a reference.</summary>
    public static bool IsReference(string text) => SecretReference.Parse(text) is SecretReferenceResult.Parsed;

    /// <summary>What is wrong with a text that is meant as a reference; null for a reference, and for any other text.</summary>
    public static string? RefuseReference(string text) =>
        SecretReference.Parse(text) is SecretReferenceResult.Rejected(var rejection) ? rejection.Reason : null;

    /// <summary>That functions may not be allowed to read a reference; null for a usual one, and for any other text.</summary>
    public static string? WarnOfPrefix(string text) =>
        SecretReference.Parse(text) is SecretReferenceResult.Parsed(var reference) && !reference.IsUnder(UsualPrefix)
            ? $"is {text}: functions may read names below {UsualPrefix} alone, unless the template's SecretsPrefix says otherwise"
            : null;
}

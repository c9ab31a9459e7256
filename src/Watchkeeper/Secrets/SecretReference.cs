namespace Watchkeeper.Secrets;

/// <summary>
/// A reference that stands in the configuration in place of a secret: <c>ssm:/path/name</c> with an optional version or label
/// (<c>ssm:/path/name:3</c>), or <c>secretsmanager:name</c> with an optional field (<c>secretsmanager:name#field</c>). The name
/// in Secrets Manager may be a full ARN.
/// </summary>
public sealed record SecretReference
{
    internal SecretReference(SecretService service, string text, string id, string path)
    {
        (Service, Text, Id, Path) = (service, text, id, path);
    }

    /// <summary>The service that holds the secret.</summary>
    public SecretService Service { get; }

    /// <summary>The whole reference as it was written. No secret: it may be shown, logged and stored.</summary>
    public string Text { get; }

    /// <summary>
    /// What the service is asked for: a parameter's name with its version or label, or a secret's name or ARN, without the field.
    /// </summary>
    public string Id { get; }

    /// <summary>
    /// The name alone. In a secret's ARN the name ends in a hyphen and the six characters that Secrets Manager appends.
    /// </summary>
    public string Path { get; }

    /// <summary>The field of a JSON object in Secrets Manager; null for the whole text.</summary>
    public string? Field { get; internal init; }

    /// <summary>The region in the ARN; null without an ARN.</summary>
    public string? Region { get; internal init; }

    /// <summary>The account in the ARN, twelve digits; null without an ARN.</summary>
    public string? Account { get; internal init; }

    /// <summary>
    /// Reads a value of the configuration. Total: every text is a reference, a plain value, or rejected with the reason.
    /// </summary>
    /// <param name="text">The value.</param>
    public static SecretReferenceResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SecretReferenceParser.Parse(text);
    }

    /// <summary>
    /// Whether functions may read the secret: they may read only names that begin with the prefix. In Secrets Manager names have
    /// no leading slash, so the prefix counts without it there.
    /// </summary>
    /// <param name="prefix">The prefix of parameter names, such as <c>/watchkeeper/</c>.</param>
    public bool IsUnder(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var start = Service is SecretService.SecretsManager && prefix.StartsWith('/') ? prefix[1..] : prefix;
        return Path.Length > start.Length && Path.StartsWith(start, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

using static Watchkeeper.Secrets.SecretReferenceParser;

namespace Watchkeeper.Secrets;

/// <summary>
/// References to secrets: <c>secretsmanager:name</c>, <c>secretsmanager:arn:…</c>, and either with <c>#field</c>. Always the
/// current version, so that a rotation needs no change of the configuration.
/// </summary>
internal static class ManagedReference
{
    private const string Form = "write secretsmanager:name or secretsmanager:name#field";
    private const string OtherCharacters = "/_+=.@-";
    private const int MaxNameLength = 512;
    private const int MaxFieldLength = 256;

    public static SecretReferenceResult Parse(string text)
    {
        var rest = text[SecretScheme.Length..];
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        var id = hash < 0 ? rest : rest[..hash];
        var field = hash < 0 ? null : rest[(hash + 1)..];
        if (field is not null && WrongField(field) is { } wrongField)
            return Reject(wrongField);
        if (!id.StartsWith("arn:", StringComparison.Ordinal))
        {
            return WrongName(id) is { } wrong
                ? Reject(wrong)
                : Parsed(new SecretReference(SecretService.SecretsManager, text, id, id) { Field = field });
        }

        // arn:partition:secretsmanager:region:account:secret:name
        if (id.Split(':', 7) is not [_, not "", "secretsmanager", not "" and var region, var account, "secret", var name]
            || account.Length != 12 || !account.All(char.IsAsciiDigit) || WrongCharacter(region, "-") is not null)
        {
            return Reject("the ARN must be that of a secret: arn:aws:secretsmanager:region:account:secret:name");
        }

        return WrongName(name) is { } wrongName
            ? Reject(wrongName)
            : Parsed(new SecretReference(SecretService.SecretsManager, text, id, name)
            {
                Field = field,
                Region = region,
                Account = account,
            });
    }

    private static SecretReferenceResult.Parsed Parsed(SecretReference reference) => new(reference);

    private static string? WrongName(string name)
    {
        if (name.Length == 0)
            return $"names no secret: {Form}";
        if (name.Contains(':', StringComparison.Ordinal))
            return $"has a colon after the name: {Form}. A version cannot be chosen; the current one is read";
        if (WrongCharacter(name, OtherCharacters) is { } wrong)
            return wrong;
        return name.Length > MaxNameLength ? $"the name is longer than {MaxNameLength} characters" : null;
    }

    private static string? WrongField(string field)
    {
        if (field.Length == 0)
            return $"names no field after «#»: {Form}";
        if (field.Length > MaxFieldLength)
            return $"the field's name is longer than {MaxFieldLength} characters";
        return field.Any(character => char.IsControl(character) || char.IsSurrogate(character) || char.IsWhiteSpace(character))
            ? $"the field's name has a blank or another invisible character: {Form}"
            : null;
    }
}

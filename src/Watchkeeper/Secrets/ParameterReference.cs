using static Watchkeeper.Secrets.SecretReferenceParser;

namespace Watchkeeper.Secrets;

/// <summary>
/// References to parameters: <c>ssm:/path/name</c>, <c>ssm:/path/name:3</c>, <c>ssm:/path/name:label</c> («Parameter names» and
/// «Parameter labels» in the guide of Parameter Store). A name without a leading slash is rejected: no prefix covers it.
/// </summary>
internal static class ParameterReference
{
    private const string Form = "write ssm:/path/name";
    private const string OtherCharacters = "/._-";
    private const string LabelCharacters = "._-";
    private const string ManagedSecrets = "/aws/reference/secretsmanager/";
    private const int MaxNameLength = 1011;
    private const int MaxLevels = 15;
    private const int MaxLabelLength = 100;
    private const int MaxVersionDigits = 18;

    public static SecretReferenceResult Parse(string text)
    {
        var id = text[ParameterScheme.Length..];
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? id : id[..colon];
        if (WrongName(id, name) is { } wrong)
            return Reject(wrong);
        if (colon >= 0 && WrongSelector(id[(colon + 1)..]) is { } selector)
            return Reject(selector);
        return new SecretReferenceResult.Parsed(new SecretReference(SecretService.ParameterStore, text, id, name));
    }

    private static string? WrongName(string id, string name)
    {
        if (id.Length == 0)
            return $"names no parameter: {Form}";
        if (id.StartsWith("arn:", StringComparison.Ordinal))
            return $"holds an ARN: a parameter is named by its name alone, {Form}";
        if (id.StartsWith("//", StringComparison.Ordinal))
            return $"has two slashes after ssm: {Form}";
        if (!id.StartsWith('/'))
            return $"a parameter's name must begin with a slash: {Form}";
        if (name.Contains('#', StringComparison.Ordinal))
            return "a parameter has no fields: #field is for secretsmanager:name#field";
        if (WrongCharacter(name, OtherCharacters) is { } wrong)
            return wrong;
        if (name.EndsWith('/') || name.Contains("//", StringComparison.Ordinal))
            return $"has an empty part between its slashes: {Form}";
        if (name.StartsWith(ManagedSecrets, StringComparison.OrdinalIgnoreCase))
            return $"leads to Secrets Manager: write secretsmanager:{name[ManagedSecrets.Length..]}";
        if (name.Length > MaxNameLength)
            return $"the name is longer than {MaxNameLength} characters";
        return name.Count('/') > MaxLevels ? $"the name has more than {MaxLevels} levels" : null;
    }

    private static string? WrongSelector(string selector)
    {
        const string form = "write a version number or a label after the colon, as in ssm:/path/name:3";
        if (selector.Length == 0 || selector.Contains(':', StringComparison.Ordinal))
            return form;
        if (selector.All(char.IsAsciiDigit))
            return selector[0] == '0' || selector.Length > MaxVersionDigits ? "versions count from 1: " + form : null;
        if (WrongCharacter(selector, LabelCharacters) is not null || selector.Length > MaxLabelLength
            || char.IsAsciiDigit(selector[0])
            || selector.StartsWith("aws", StringComparison.OrdinalIgnoreCase)
            || selector.StartsWith("ssm", StringComparison.OrdinalIgnoreCase))
        {
            return "no parameter can have this label: " + form;
        }

        return null;
    }
}

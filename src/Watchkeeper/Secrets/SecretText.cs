using System.Text;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Secrets;

/// <summary>
/// Makes a secret's value out of the text that its store returned. Pure. No failure shows any part of the text.
/// </summary>
public static class SecretText
{
    private static readonly char[] Ends = [' ', '\t', '\r', '\n', '\uFEFF'];

    /// <summary>
    /// The value: the text, or one field of the JSON object that the text is, without line ends, blanks and a byte order mark at
    /// both ends, which editors and shells append.
    /// </summary>
    /// <param name="reference">The reference that the text was read by.</param>
    /// <param name="text">The text; null if the store holds bytes instead.</param>
    public static SecretResult Read(SecretReference reference, string? text)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (text is null)
            return Fail(SecretFault.NotText, "the secret is binary: store it as a text");
        var trimmed = text.Trim(Ends);
        if (reference.Field is not null && trimmed.Length > 0)
            return ReadField(trimmed);
        return reference.Service is SecretService.SecretsManager && IsObject(trimmed)
            ? Fail(SecretFault.NotText, $"the secret is a JSON object: name the field to use, {reference}#field")
            : ReadWhole(reference, trimmed);

        SecretResult ReadField(string json)
        {
            try
            {
                using var document = JsonDocument.Parse(json);
                return document.RootElement.ValueKind is JsonValueKind.Object
                    ? document.RootElement.TryGetProperty(reference.Field, out var found) ? FieldValue(found) : NoField()
                    : NotJson();
            }
            catch (JsonException)
            {
                // The exception quotes the text: it goes no further.
                return NotJson();
            }
        }

        SecretResult FieldValue(JsonElement field) => field.ValueKind switch
        {
            JsonValueKind.String => ReadWhole(reference, JsonText.Read(field)),
            JsonValueKind.Number => ReadWhole(reference, field.GetRawText()),
            _ => Fail(SecretFault.NotText, $"the field «{reference.Field}» is not a text: store a JSON string"),
        };

        SecretResult NoField() =>
            Fail(SecretFault.Missing, $"the secret has no field «{reference.Field}»: names count upper and lower case");

        SecretResult NotJson() =>
            Fail(
                SecretFault.NotText,
                $"the secret is not a JSON object, so it has no field «{reference.Field}»: leave out #field, or store an object");

        SecretResult Fail(SecretFault fault, string reason) => new SecretResult.Failed(reference, fault, reason);
    }

    /// <summary>The value as it is written, without blanks at both ends: for a store that holds each field by itself.</summary>
    /// <param name="reference">The reference that the text was read by.</param>
    /// <param name="text">The text.</param>
    public static SecretResult ReadWhole(SecretReference reference, string text)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(text);
        var value = text.Trim(Ends);
        if (value.Length == 0)
            return new SecretResult.Failed(reference, SecretFault.Empty, "the secret is empty: store its value");
        return IsText(value)
            ? new SecretResult.Found(new SecretValue(reference, value))
            : new SecretResult.Failed(
                reference, SecretFault.NotText, "the secret has control characters: store it as a plain text");
    }

    private static bool IsObject(string text)
    {
        if (!text.StartsWith('{'))
            return false;
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsText(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
                return false;
        }

        return true;
    }
}

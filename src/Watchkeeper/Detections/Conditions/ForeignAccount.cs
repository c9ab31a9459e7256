using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Conditions;

/// <summary>Tells other accounts from one's own.</summary>
internal static class ForeignAccount
{
    private const int Digits = 12;

    /// <summary>Whether the value is another account, or an ARN in one. Nothing is foreign to an unknown account.</summary>
    public static bool IsMetBy(JsonElement value, string own) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number && Is(Text(value), own);

    /// <summary>The same of a text.</summary>
    public static bool Is(string value, string own) => own.Length > 0 && AccountOf(value) is { } account && account != own;

    // A service's own resources have «aws» in place of the account: arn:aws:iam::aws:policy/AdministratorAccess.
    private static string? AccountOf(string value)
    {
        var account = value.StartsWith("arn:", StringComparison.Ordinal) ? value.Split(':').ElementAtOrDefault(4) ?? "" : value;
        return account.Length == Digits && account.All(char.IsAsciiDigit) ? account : null;
    }

    // A number loses the zeros before it; an account has twelve digits.
    private static string Text(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? JsonText.Read(value) : value.GetRawText().PadLeft(Digits, '0');
}

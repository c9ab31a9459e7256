using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Conditions;

/// <summary>
/// What the conditions of a statement narrow («AWS global condition context keys» in the IAM user guide). Operators that exclude
/// (<c>StringNotEquals</c>), that hold without the key (<c>…IfExists</c>) and that only ask for it (<c>Null</c>) narrow nothing;
/// neither does a value that anybody has.
/// </summary>
internal static class PolicyNarrowing
{
    private static readonly string[] NetworkKeys =
        ["aws:sourceip", "aws:vpcsourceip", "aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn", "aws:vpceaccount"];

    private static readonly string[] IdentityKeys =
    [
        "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:principaltag",
        "aws:sourceaccount", "aws:sourcearn", "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths", "aws:userid",
        "aws:username", "aws:vpceorgid", "aws:principalservicename", "kms:calleraccount", "s3:dataaccesspointaccount",
        "s3:dataaccesspointarn", "sts:externalid", "lambda:functionurlauthtype", "sns:endpoint",
    ];

    private static readonly string[] Operators = ["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike"];

    /// <summary>The strongest narrowing of all conditions; they must hold together.</summary>
    public static Narrowing Of(PolicyStatement statement)
    {
        var strongest = Narrowing.None;
        if (statement.Element("Condition") is not { ValueKind: JsonValueKind.Object } conditions)
            return strongest;
        foreach (var condition in conditions.EnumerateObject())
        {
            if (condition.Value.ValueKind is not JsonValueKind.Object)
                continue;
            foreach (var key in condition.Value.EnumerateObject())
            {
                var narrowing = Of(JsonText.ReadName(condition), JsonText.ReadName(key), key.Value);
                strongest = narrowing > strongest ? narrowing : strongest;
            }
        }

        return strongest;
    }

    private static Narrowing Of(string operation, string key, JsonElement values)
    {
        var plain = operation.StartsWith("ForAnyValue:", StringComparison.OrdinalIgnoreCase)
            ? operation["ForAnyValue:".Length..] : operation;
        if (plain.Equals("IpAddress", StringComparison.OrdinalIgnoreCase))
        {
            return NetworkKeys.Contains(key, StringComparer.OrdinalIgnoreCase) && !EverybodyNetwork.IsMetBy(Values(values))
                ? Narrowing.Network : Narrowing.None;
        }

        // Any one of the values is enough, so one that anybody has opens the statement.
        if (!Operators.Contains(plain, StringComparer.OrdinalIgnoreCase) || PolicyStatement.TextsOf(values).Any(IsAnybody))
            return Narrowing.None;
        if (NetworkKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
            return Narrowing.Network;
        return IdentityKeys.Any(known => key.Equals(known, StringComparison.OrdinalIgnoreCase)
            || key.StartsWith($"{known}/", StringComparison.OrdinalIgnoreCase)) ? Narrowing.Identity : Narrowing.None;
    }

    private static ImmutableArray<JsonElement> Values(JsonElement values) =>
        values.ValueKind is JsonValueKind.Array ? [.. values.EnumerateArray()] : [values];

    // Nothing but wildcards, or an ARN whose account is one.
    private static bool IsAnybody(string value) =>
        value.All(c => c is '*' or '?')
        || (value.Split(':', 6) is ["arn", _, var service, _, var account, _]
            && service != "s3" && account.All(c => c is '*' or '?'));
}

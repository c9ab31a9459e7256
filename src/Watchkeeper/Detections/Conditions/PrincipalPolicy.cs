using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Conditions;

/// <summary>Whom a policy of a resource, or the trust policy of a role, lets in.</summary>
internal static class PrincipalPolicy
{
    /// <summary>
    /// Whether everybody is let in: <c>"*"</c>, <c>{"AWS":"*"}</c>, or all except some (<c>NotPrincipal</c>), without a condition
    /// that names accounts, an organisation, sources or networks («The meaning of public» in the S3 user guide).
    /// </summary>
    public static bool IsPublic(JsonElement policy) =>
        Open(policy).Any(statement => PolicyNarrowing.Of(statement) is Narrowing.None);

    /// <summary>Whether everybody is let in from some network, VPC or endpoint only.</summary>
    public static bool IsNarrowedToNetwork(JsonElement policy) =>
        Open(policy).Any(statement => PolicyNarrowing.Of(statement) is Narrowing.Network);

    /// <summary>Whether an account other than one's own is let in by its number, an ARN or a user of it.</summary>
    public static bool LetsIn(JsonElement policy, string own) =>
        PolicyStatement.In(policy)
            .Where(statement => statement.Allows)
            .SelectMany(statement => Names(statement.Element("Principal")))
            .Any(name => ForeignAccount.Is(name, own));

    private static IEnumerable<PolicyStatement> Open(JsonElement policy) =>
        PolicyStatement.In(policy).Where(statement => statement.Allows && IsEverybody(statement));

    private static bool IsEverybody(PolicyStatement statement) =>
        Names(statement.Element("Principal")).Any(name => name.Length > 0 && name.All(c => c is '*'))
        || statement.Element("NotPrincipal").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static ImmutableArray<string> Names(JsonElement principal) => principal.ValueKind is JsonValueKind.Object
        ? [.. principal.EnumerateObject()
            .Where(member => JsonText.ReadName(member).Equals("AWS", StringComparison.OrdinalIgnoreCase))
            .SelectMany(member => PolicyStatement.TextsOf(member.Value))]
        : PolicyStatement.TextsOf(principal);
}

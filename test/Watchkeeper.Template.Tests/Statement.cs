using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Template.Tests;

/// <summary>One statement of a policy.</summary>
internal sealed record Statement(
    string Sid, bool Allows, ImmutableArray<string> Actions, ImmutableArray<string> Resources, string Principal, string Condition)
{
    public static IEnumerable<Statement> AllOf(JsonElement policyDocument)
    {
        foreach (var element in policyDocument.GetProperty("Statement").EnumerateArray())
        {
            // A conditional statement counts as present.
            var statement = element.TryGetProperty("Fn::If", out var choice) ? choice[1] : element;
            yield return new Statement(
                statement.TryGetProperty(nameof(Sid), out var sid) ? sid.GetString()! : "",
                statement.GetProperty("Effect").GetString() == "Allow",
                [.. Reference.AllOf(statement.GetProperty("Action"))],
                [.. statement.TryGetProperty("Resource", out var resource) ? Reference.AllOf(resource) : []],
                statement.TryGetProperty(nameof(Principal), out var principal) ? principal.GetRawText() : "",
                statement.TryGetProperty(nameof(Condition), out var condition) ? condition.GetRawText() : "");
        }
    }
}

using System.Text.Json.Nodes;

namespace Watchkeeper.Testing.Sam;

/// <summary>
/// The values of names for SAM CLI in a local run (samcli/lib/intrinsic_resolver/intrinsics_symbol_table.py). SAM CLI creates no
/// resources: a resource's name is its logical id, and every Arn is that of a function.
/// </summary>
internal sealed class SamSymbols
{
    private static readonly string[] Pseudo =
        ["AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix", "AWS::NoValue"];

    private readonly JsonObject parameters;
    private readonly Dictionary<string, JsonNode?> given = new(StringComparer.Ordinal)
    {
        ["AWS::AccountId"] = "123456789012",
        ["AWS::Partition"] = "aws",
        ["AWS::Region"] = "us-east-1",
        ["AWS::StackName"] = "local",
        ["AWS::URLSuffix"] = "localhost",
    };

    public SamSymbols(JsonObject template, SamInvocation invocation)
    {
        parameters = template["Parameters"] as JsonObject ?? [];
        foreach (var (name, parameter) in parameters)
        {
            if (parameter is JsonObject declared && declared.ContainsKey("Default"))
                given[name] = declared["Default"];
        }

        foreach (var (name, value) in invocation.ParameterOverrides)
            given[name] = value;
        if (invocation.Region is { } region)
            given["AWS::Region"] = region;
    }

    /// <summary>The value of a name's attribute; null is AWS::NoValue.</summary>
    /// <param name="name">A parameter, a resource, a pseudo parameter, or anything else.</param>
    /// <param name="attribute"><c>Ref</c>, or the attribute after the dot.</param>
    /// <param name="inText">Whether the name is inside Fn::Sub, where an unknown name becomes text.</param>
    /// <exception cref="SamUnresolvedException">SAM does not know it.</exception>
    public JsonNode? ValueOf(string name, string attribute, bool inText = false)
    {
        if (attribute is "Ref" && given.TryGetValue(name, out var value) && !IsNothing(value))
            return value;
        if (name is "AWS::NoValue")
            return null;
        // An empty override counts as none: the default applies.
        if (parameters[name]?["Default"] is { } standard)
            return standard;
        return attribute switch
        {
            "Ref" when !Pseudo.Contains(name, StringComparer.Ordinal) => name,
            "Arn" => $"arn:{given["AWS::Partition"]}:lambda:{given["AWS::Region"]}:{given["AWS::AccountId"]}:function:{name}",
            _ when inText => $"${name}.{attribute}",
            _ => throw new SamUnresolvedException($"{name}.{attribute} is not known"),
        };
    }

    // Python's rules of what is false.
    private static bool IsNothing(JsonNode? value) =>
        value is null || value.ToJsonString() is "\"\"" or "0" or "false" or "[]" or "{}";
}

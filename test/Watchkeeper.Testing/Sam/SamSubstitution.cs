using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Watchkeeper.Testing.Sam;

/// <summary>
/// <c>Fn::Sub</c> as SAM CLI does it: an unknown name becomes text, and a variable's value is resolved once more.
/// </summary>
internal sealed partial class SamSubstitution(SamResolver resolver, SamSymbols symbols)
{
    /// <summary>Substitutes the variables in the text.</summary>
    /// <exception cref="SamUnresolvedException">The argument is no text.</exception>
    public string Apply(JsonNode? argument) => argument switch
    {
        JsonValue text => Fill(SamResolver.Text(text), []),
        JsonArray { Count: 2 } pair when pair[1] is JsonObject variables =>
            Fill(SamResolver.Text(resolver.Resolve(pair[0])), resolver.Resolve(variables)!.AsObject()),
        _ => throw new SamUnresolvedException("Fn::Sub takes a text, or a text and a map"),
    };

    private string Fill(string text, JsonObject variables) => Names().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        return Value(variables[name] is { } value ? value.ToString() : name);
    });

    private string Value(string name)
    {
        var dot = name.LastIndexOf('.');
        var value = dot < 0
            ? symbols.ValueOf(name, "Ref", inText: true)
            : symbols.ValueOf(name[..dot], name[(dot + 1)..], inText: true);
        return value?.ToString() ?? "None";
    }

    [GeneratedRegex(
        @"\$\{(?<name>AWS::[^}]*|[a-zA-Z0-9]*\.?[a-zA-Z0-9]*)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}

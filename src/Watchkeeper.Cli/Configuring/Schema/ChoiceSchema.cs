using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceSchema(params string[] choices) : ValueSchema
{
    /// <inheritdoc/>
    public override string Form => choices.Length == 1
        ? choices[0]
        : $"{string.Join(", ", choices[..^1])} or {choices[^1]}";

    /// <inheritdoc/>
    public override CheckedValue? Check(YamlValue value, string path, ProblemSink problems)
    {
        if (value is not YamlText { IsNull: false } text)
            return Mismatch(value, path, problems);
        if (choices.Contains(text.Text, StringComparer.Ordinal))
            return new CheckedText(path, text.Position, text.Text);
        problems.Error(text.Position, path, $"is «{text.Text}»: it must be {Form}{Nearest.Question(text.Text, choices)}");
        return null;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["enum"] = new JsonArray([.. choices.Select(each => (JsonNode)each)]) };
}

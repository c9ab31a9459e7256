using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>Yes or no, in YAML 1.1's words, which Alertmanager reads too.</summary>
internal sealed class FlagSchema : ValueSchema
{
    private static readonly string[] Yes = ["true", "yes", "on"];
    private static readonly string[] No = ["false", "no", "off"];

    /// <inheritdoc/>
    public override string Form => "true or false";

    /// <inheritdoc/>
    public override CheckedValue? Check(YamlValue value, string path, ProblemSink problems)
    {
        if (value is not YamlText { IsNull: false } text)
            return Mismatch(value, path, problems);
        var word = text.Text.ToLowerInvariant();
        if (!text.IsQuoted && (Yes.Contains(word) || No.Contains(word)))
            return new CheckedFlag(path, text.Position, Yes.Contains(word));
        problems.Error(
            text.Position, path,
            text.IsQuoted && (Yes.Contains(word) || No.Contains(word))
                ? $"is a text in quotes: write {(Yes.Contains(word) ? "true" : "false")} without them"
                : $"is «{text.Text}»: it must be {Form}");
        return null;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}

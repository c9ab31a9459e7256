using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>
/// A text of a certain form. Any plain value is a text as it is written: <c>no</c>, <c>007</c> and <c>1.10</c> too.
/// </summary>
/// <param name="form">The form in plain words.</param>
/// <param name="refuse">Says what is wrong with a text; null if nothing is.</param>
internal sealed class TextSchema(string form, Func<string, string?>? refuse = null) : ValueSchema
{
    private const int MaxLength = 4096;

    /// <summary>A pattern for editors; they know less than the check.</summary>
    public string? Pattern { get; init; }

    /// <summary>Values that an editor may offer.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Whether an empty text means something.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>What a text means that is right, and may not be applied; null if it may.</summary>
    public Func<string, string?>? Refusal { get; init; }

    /// <summary>What to warn of in a text that is right; null if there is nothing.</summary>
    public Func<string, string?>? Warning { get; init; }

    /// <summary>What to note of a text that is right; null if there is nothing.</summary>
    public Func<string, string?>? Remark { get; init; }

    /// <summary>How a text that is right is written in the checked form.</summary>
    public Func<string, string>? Write { get; init; }

    /// <inheritdoc/>
    public override string Form => form;

    /// <summary>Says what is wrong with a text; null if nothing is.</summary>
    public string? Refuse(string text) => refuse?.Invoke(text);

    /// <inheritdoc/>
    public override CheckedValue? Check(YamlValue value, string path, ProblemSink problems)
    {
        if (value is not YamlText text || (text.IsNull && !MayBeEmpty))
            return Mismatch(value, path, problems);
        var written = text.IsNull ? "" : text.Text;
        if ((Length(written) ?? (written.Length > 0 || MayBeEmpty ? null : $"is empty: it must be {form}")
            ?? (written.Length > 0 ? Refuse(written) : null)) is { } reason)
        {
            problems.Error(text.Position, path, reason);
            return null;
        }

        if (Refusal?.Invoke(written) is { } refusal)
            problems.Refuse(text.Position, path, refusal);
        if (Warning?.Invoke(written) is { } warning)
            problems.Warn(text.Position, path, warning);
        if (Remark?.Invoke(written) is { } remark)
            problems.Note(text.Position, path, remark);
        return new CheckedText(path, text.Position, Write?.Invoke(written) ?? written);
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        if (Pattern is not null)
            schema = new JsonObject { ["type"] = "string", ["pattern"] = Pattern };
        if (Examples.Count > 0)
            schema["examples"] = new JsonArray([.. Examples.Select(each => (JsonNode)each)]);
        return schema;
    }

    private static string? Length(string text) =>
        text.Length > MaxLength ? $"has {text.Length} characters: at most {MaxLength} are read" : null;
}

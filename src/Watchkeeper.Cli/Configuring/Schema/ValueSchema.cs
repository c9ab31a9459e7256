using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>
/// The form of a value: what a check accepts, and what the published JSON Schema says of it. One source serves both, so that an
/// editor and <c>config check</c> cannot disagree.
/// </summary>
internal abstract class ValueSchema
{
    /// <summary>The form in plain words, for messages: «a list of routes».</summary>
    public abstract string Form { get; }

    /// <summary>Checks a value. Null if its form is wrong, which is then reported.</summary>
    public abstract CheckedValue? Check(YamlValue value, string path, ProblemSink problems);

    /// <summary>The JSON Schema of the form (draft 7).</summary>
    /// <param name="definitions">Collects the definitions that the schema refers to.</param>
    public abstract JsonObject Describe(SchemaDefinitions definitions);

    /// <summary>Reports a value of another kind.</summary>
    protected CheckedValue? Mismatch(YamlValue value, string path, ProblemSink problems, string hint = "")
    {
        problems.Error(value.Position, path, $"must be {Form}, not {value.Kind}{hint}");
        return null;
    }
}

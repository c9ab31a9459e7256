using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>A map whose keys the user chooses.</summary>
/// <param name="form">The map in plain words: «a map of labels and their values».</param>
/// <param name="value">The form of each value.</param>
/// <param name="refuse">Says what is wrong with a key; null if nothing is.</param>
internal sealed class DictionarySchema(string form, ValueSchema value, Func<string, string?>? refuse = null) : ValueSchema
{
    /// <inheritdoc/>
    public override string Form => form;

    /// <inheritdoc/>
    public override CheckedValue? Check(YamlValue found, string path, ProblemSink problems)
    {
        if (found is not YamlMap map)
            return Mismatch(found, path, problems);
        var members = ImmutableArray.CreateBuilder<CheckedMember>();
        var wrong = ImmutableArray.CreateBuilder<string>();
        foreach (var member in map.Members.GroupBy(each => each.Name, StringComparer.Ordinal).Select(group => group.Last()))
        {
            var below = MapSchema.Below(path, member.Name);
            var refusal = refuse?.Invoke(member.Name);
            if (refusal is not null)
                problems.Error(member.Position, below, refusal);
            if (refusal is null && value.Check(member.Value, below, problems) is { } good)
                members.Add(new CheckedMember(member.Name, member.Position, good));
            else
                wrong.Add(member.Name);
        }

        return new CheckedMap(path, map.Position, members.ToImmutable()) { Wrong = wrong.ToImmutable() };
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["type"] = "object", ["additionalProperties"] = value.Describe(definitions) };
}

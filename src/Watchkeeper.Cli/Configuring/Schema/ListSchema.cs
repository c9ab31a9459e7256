using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>A list of values of one form.</summary>
/// <param name="form">The list in plain words: «a list of routes».</param>
/// <param name="item">The form of each item; a function, because routes hold routes.</param>
internal sealed class ListSchema(string form, Func<ValueSchema> item) : ValueSchema
{
    public ListSchema(string form, ValueSchema item)
        : this(form, () => item)
    {
    }

    /// <summary>The form of each item.</summary>
    public ValueSchema Item => item();

    /// <summary>The fewest items.</summary>
    public int MinItems { get; init; }

    /// <inheritdoc/>
    public override string Form => form;

    /// <inheritdoc/>
    public override CheckedValue? Check(YamlValue value, string path, ProblemSink problems)
    {
        // A key without a value is an empty list, as for Alertmanager.
        if (value is YamlText { IsNull: true } && MinItems == 0)
            return new CheckedList(path, value.Position, []);
        if (value is not YamlList list)
            return Mismatch(value, path, problems, Hint(value));
        if (list.Items.Length < MinItems)
        {
            problems.Error(list.Position, path, $"is empty: it must be {form}");
            return null;
        }

        var items = ImmutableArray.CreateBuilder<CheckedValue>(list.Items.Length);
        for (var at = 0; at < list.Items.Length; at++)
        {
            if (item().Check(list.Items[at], string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]"), problems) is { } good)
                items.Add(good);
        }

        return new CheckedList(path, list.Position, items.ToImmutable()) { IsPartial = items.Count < list.Items.Length };
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item().Describe(definitions) };
        if (MinItems > 0)
            schema["minItems"] = MinItems;
        return schema;
    }

    private static string Hint(YamlValue value) => value switch
    {
        YamlText { IsNull: false } text => $": write [{text.Text}], or the value under it after «- »",
        YamlMap => ": put «- » before each item",
        _ => "",
    };
}

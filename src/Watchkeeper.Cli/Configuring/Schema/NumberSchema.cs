using System.Globalization;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>A whole number within bounds.</summary>
internal sealed class NumberSchema(long min, long max) : ValueSchema
{
    /// <inheritdoc/>
    public override string Form => max == long.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"a whole number, {min} or more")
        : string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}");

    /// <inheritdoc/>
    public override CheckedValue? Check(YamlValue value, string path, ProblemSink problems)
    {
        if (value is not YamlText { IsNull: false } text)
            return Mismatch(value, path, problems);
        if (!text.IsQuoted
            && long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return new CheckedNumber(path, text.Position, number);
        }

        problems.Error(text.Position, path, $"is «{text.Text}»: it must be {Form}{(text.IsQuoted ? ", without quotes" : "")}");
        return null;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = min };
        if (max < long.MaxValue)
            schema["maximum"] = max;
        return schema;
    }
}

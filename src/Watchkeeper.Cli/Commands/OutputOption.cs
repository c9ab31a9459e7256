using System.CommandLine;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary>The option <c>--output text|json</c> of every command; json prints one object per line.</summary>
internal static class OutputOption
{
    private const string Text = "text";
    private const string Json = "json";

    public static Option<string> Create()
    {
        var option = new Option<string>("--output")
        {
            Description = "The output format: text, or json with one object per line.",
            DefaultValueFactory = _ => Text,
        };
        return option.OneOf(Text, Json);
    }

    public static bool IsJson(this ParseResult parsed, Option<string> option) => parsed.GetValue(option) == Json;
}

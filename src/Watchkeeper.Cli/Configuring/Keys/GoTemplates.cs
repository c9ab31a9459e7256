using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Texts in which Alertmanager evaluates Go templates.</summary>
internal static class GoTemplates
{
    /// <summary>A text that may hold a template, which may not be applied.</summary>
    public static TextSchema Text { get; } = new("a text")
    {
        MayBeEmpty = true,
        Refusal = text => text.Contains("{{", StringComparison.Ordinal)
            ? "holds a Go template, which Watchkeeper does not evaluate: leave the key out, and its own text is sent"
            : null,
    };

    /// <summary>Keys with such texts.</summary>
    public static IEnumerable<KeySchema> Keys(string channel, params string[] names) =>
        names.Select(name => new KeySchema(name, Text, $"Alertmanager's {name} of {channel}."));
}

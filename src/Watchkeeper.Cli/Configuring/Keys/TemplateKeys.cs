using Watchkeeper.Channels.Sections;
using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Notification.Templates;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>An operator's own template of a channel, checked as it will be read.</summary>
internal static class TemplateKeys
{
    /// <summary>The key; none for a channel without templates.</summary>
    public static IEnumerable<KeySchema> For(TemplateForm form) => form switch
    {
        TemplateForm.None => [],
        TemplateForm.Json =>
            [Key(form, "a template of JSON", "The JSON body, with values such as {{ severity }}; default: the message as JSON.")],
        _ => [Key(form, "a template", "The lines below the headline, with values such as {{ advice }}; default: our own.")],
    };

    private static KeySchema Key(TemplateForm form, string name, string description) => new(
        ChannelSection.TemplateKey,
        new TextSchema(name, text => TemplatedMessage.Refuse(text, form) is { } problem ? $"cannot be used: {problem}" : null),
        description);
}

using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Templates;

/// <summary>Messages by an operator's own template.</summary>
public static class TemplatedMessage
{
    /// <summary>Says what is wrong with a template, or null.</summary>
    public static string? Refuse(string template, TemplateForm form) => Parse(template, form) switch
    {
        TemplateResult.Rejected(var reason) => reason,
        TemplateResult.Parsed(var pieces) when form is TemplateForm.Json => OwnJson.Refuse(pieces),
        _ => null,
    };

    /// <summary>
    /// The message by a template. Headline, colour, buttons and last line stay, so that a template can hide nothing that people
    /// need. Where the template cannot be used, Watchkeeper's own message says why.
    /// </summary>
    /// <param name="message">Watchkeeper's own message.</param>
    /// <param name="template">The template.</param>
    /// <param name="problem">Why the template could not be used; empty if it was.</param>
    public static Message Create(Message message, ChannelTemplate template, out string problem)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(template);
        problem = "";
        var content = message.Content;
        switch (Parse(template.Text, template.Form), template.Form)
        {
            case (TemplateResult.Rejected(var reason), _):
                problem = reason;
                break;
            case (TemplateResult.Parsed(var pieces), TemplateForm.Json):
                if (OwnJson.Write(pieces, content, out problem) is { } json)
                    return message with { Json = json };
                break;
            case (TemplateResult.Parsed(var pieces), _):
                return message.With(content with { Own = OwnLines.Write(pieces, content) });
        }

        var notice = Translations.Fill(
            content.Sentences[TextKey.TemplateProblem], ("problem", InertText.Line(problem))) + content.Sentences.Acts.Gap;
        return message.With(content with { Notice = notice + content.Notice, Lead = notice + content.Lead }) with
        {
            Json = OwnJson.Explain(message.Json, problem),
        };
    }

    private static TemplateResult Parse(string template, TemplateForm form) =>
        TemplateParser.Parse(template, form is TemplateForm.Json ? _ => null : OwnLines.Refuse);
}

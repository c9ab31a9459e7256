using System.Collections.Immutable;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// Plain text. Every line begins with a label or a sentence of ours, and values are inert, so that no value can imitate a line.
/// </summary>
internal static class TextLayout
{
    public static string Render(MessageContent content)
    {
        var text = new TextLines(content.Sentences);
        text.Line(content.Headline);
        if (content.Own is { } own)
            AddOwn(text, content, own);
        else
            AddAll(text, content);
        text.Line("");
        text.Line(content.Footer);
        return text.ToString();
    }

    private static void AddOwn(TextLines text, MessageContent content, ImmutableArray<OwnLine> own)
    {
        text.Optional(content.Notice.TrimEnd());
        foreach (var line in own)
        {
            switch (line)
            {
                case OwnLine.Text(var runs):
                    text.Line(string.Concat(runs.Select(run =>
                        run.Address is { } address ? run.Text + content.Sentences[TextKey.Colon] + address : run.Text)));
                    break;
                case OwnLine.Ours(OurLines.Facts):
                    AddFacts(text, content);
                    break;
                case OwnLine.Ours(OurLines.Links):
                    AddButtons(text, content);
                    AddLinks(text, content);
                    break;
                default:
                    AddAll(text, content);
                    break;
            }
        }
    }

    private static void AddAll(TextLines text, MessageContent content)
    {
        var words = content.Sentences;
        text.Line(content.TimeAndPlace);
        text.Optional(content.Lead);
        text.Optional(content.Reaction);
        text.Line("");
        AddButtons(text, content);
        if (content.Chart is { } chart)
            text.Fact(words[TextKey.DataPoints], chart.Line(words));
        if (content.AreWordsNews)
            text.Optional(content.Words);
        text.Optional(content.Description);
        text.Optional(content.Importance);
        text.Fact(words[TextKey.WhatToDo], content.Advice);
        text.Optional(content.Harmless);
        if (!content.AreWordsNews)
            text.Optional(content.Words);
        text.Line("");
        AddFacts(text, content);
        if (content.MoreLinks.IsEmpty)
            return;
        text.Line("");
        AddLinks(text, content);
    }

    private static void AddButtons(TextLines text, MessageContent content)
    {
        foreach (var button in content.Buttons)
            text.Fact(button.Name, button.Address);
    }

    private static void AddFacts(TextLines text, MessageContent content)
    {
        foreach (var fact in content.Facts)
            text.Fact(fact.Label, fact.Value);
    }

    private static void AddLinks(TextLines text, MessageContent content)
    {
        if (content.MoreLinks.IsEmpty)
            return;
        text.Line(content.Sentences[TextKey.InTheConsole] + content.Sentences[TextKey.Colon].TrimEnd());
        foreach (var link in content.MoreLinks)
            text.Fact($"- {link.Name}", link.Address);
    }
}

using System.Text;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// Plain text. Every line begins with a label or a sentence of ours, and values are inert, so that no value can imitate a line.
/// </summary>
internal static class TextLayout
{
    public static string Render(MessageContent content)
    {
        var words = content.Sentences;
        var text = new StringBuilder(2048);
        Line(content.Headline);
        Line(content.TimeAndPlace);
        foreach (var sentence in (ReadOnlySpan<string>)[content.Lead, content.Reaction])
        {
            if (sentence.Length > 0)
                Line(sentence);
        }

        Line("");
        foreach (var button in content.Buttons)
            Fact(button.Name, button.Address);
        if (content.Chart is { } chart)
            Fact(words[TextKey.DataPoints], chart.Line(words));
        if (content.AreWordsNews)
            Optional(content.Words);
        Optional(content.Description);
        Optional(content.Importance);
        Fact(words[TextKey.WhatToDo], content.Advice);
        Optional(content.Harmless);
        if (!content.AreWordsNews)
            Optional(content.Words);
        Line("");
        foreach (var fact in content.Facts)
            Fact(fact.Label, fact.Value);
        if (content.MoreLinks.Length > 0)
        {
            Line("");
            Line(words[TextKey.InTheConsole] + words[TextKey.Colon].TrimEnd());
            foreach (var link in content.MoreLinks)
                Fact($"- {link.Name}", link.Address);
        }

        Line("");
        Line(content.Footer);
        return text.ToString();

        void Optional(MessageField? field)
        {
            if (field is not null)
                Fact(field.Label, field.Value);
        }

        void Fact(string label, string value) => text.Append(label).Append(words[TextKey.Colon]).Append(value).Append('\n');

        void Line(string line) => text.Append(line).Append('\n');
    }
}

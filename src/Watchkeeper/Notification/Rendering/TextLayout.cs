using System.Text;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// Plain text. Every line begins with a label of ours, and values are inert, so that no value can imitate a line.
/// </summary>
internal static class TextLayout
{
    public static string Render(MessageContent content)
    {
        var words = content.Sentences;
        var text = new StringBuilder(2048);
        Line(content.Headline);
        Line("");
        Line(content.Lead);
        Line("");
        if (content.Words is { } said)
            Fact(said.Label, said.Value);
        if (content.Importance is { } importance)
            Fact(importance.Label, importance.Value);
        Fact(words[TextKey.WhatToDo], content.Advice);
        if (content.Harmless is { } harmless)
            Fact(harmless.Label, harmless.Value);
        if (content.Runbook is { } runbook)
            Fact(words[TextKey.Runbook], runbook);
        Line("");
        foreach (var fact in content.Facts)
            Fact(fact.Label, fact.Value);
        if (content.Links.Length > 0)
        {
            Line("");
            Line(words[TextKey.InTheConsole] + words[TextKey.Colon].TrimEnd());
            foreach (var link in content.Links)
                Fact($"- {words.Links[link.Target]}", link.Address);
        }

        Line("");
        Line(content.Footer);
        return text.ToString();

        void Fact(string label, string value) => text.Append(label).Append(words[TextKey.Colon]).Append(value).Append('\n');

        void Line(string line) => text.Append(line).Append('\n');
    }
}

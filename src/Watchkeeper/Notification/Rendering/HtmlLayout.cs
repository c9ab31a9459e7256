using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// HTML for mail programs: one card of nested tables with inline styles, because many mail programs support nothing else. A style
/// block adds dark colours and narrow screens for the others. The document has no script and no picture, and fetches nothing.
/// </summary>
internal static class HtmlLayout
{
    public static string Render(MessageContent content)
    {
        var html = new HtmlWriter();
        HtmlHead.Add(html, content);
        if (content.Own is { } own)
        {
            AddNotice(html, content);
            foreach (var line in own)
                AddOwn(html, content, line);
        }
        else
        {
            AddAll(html, content);
        }

        AddFooter(html, content);
        return html.ToString();
    }

    private static void AddNotice(HtmlWriter html, MessageContent content)
    {
        html.Add($"</td></tr>");
        if (content.Notice.Length > 0)
            HtmlOwnText.Add(html, [new OwnRun(content.Notice.TrimEnd())]);
    }

    private static void AddOwn(HtmlWriter html, MessageContent content, OwnLine line)
    {
        switch (line)
        {
            case OwnLine.Text(var runs):
                HtmlOwnText.Add(html, runs);
                break;
            case OwnLine.Ours(OurLines.Facts):
                AddFacts(html, content);
                break;
            case OwnLine.Ours(OurLines.Links):
                AddButtons(html, content);
                AddLinks(html, content);
                break;
            default:
                html.Add($"""<tr><td class="wk-pad" style="padding:4px 24px">""");
                AddAll(html, content);
                break;
        }
    }

    // Begins inside a cell.
    private static void AddAll(HtmlWriter html, MessageContent content)
    {
        AddLead(html, content);
        AddButtons(html, content);
        if (content.Chart is { } chart)
            HtmlChart.Add(html, chart, content.Colour);
        if (content.AreWordsNews)
            AddWords(html, content);
        AddImportance(html, content);
        AddAdvice(html, content);
        if (!content.AreWordsNews)
            AddWords(html, content);
        AddFacts(html, content);
        AddLinks(html, content);
    }

    private static void AddLead(HtmlWriter html, MessageContent content)
    {
        var description = content.Description is { } field
            ? $"{field.Label}{content.Sentences[TextKey.Colon]}{field.Value}"
            : "";
        foreach (var sentence in (ReadOnlySpan<string>)[content.Lead, content.Reaction, description])
        {
            if (sentence.Length == 0)
                continue;
            html.Add(
                $"""
                <p class="wk-text" style="margin:8px 0 0 0;font-size:15px;line-height:21px;color:#344054;
                 overflow-wrap:anywhere">{sentence}</p>
                """);
        }

        html.Add($"</td></tr>");
    }

    // Cells with a background, because Outlook draws no padding around a link.
    private static void AddButtons(HtmlWriter html, MessageContent content)
    {
        if (content.Buttons.IsEmpty)
            return;
        html.Add(
            $"""
            <tr><td class="wk-pad" style="padding:10px 24px 4px 24px">
            <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
            """);
        foreach (var (button, i) in content.Buttons.Select((button, i) => (button, i)))
        {
            var (background, colour) = i == 0 ? (content.Colour, "#ffffff") : ("#e4e7ec", "#1d2939");
            html.Add(
                $"""
                <td style="background:{background};border-radius:6px"><a href="{button.Address}" style="display:inline-block;
                 padding:9px 14px;font-size:14px;line-height:20px;font-weight:bold;color:{colour};
                 text-decoration:none">{button.Name}</a></td><td style="width:8px;font-size:0">&nbsp;</td>
                """);
        }

        html.Add($"</tr></table></td></tr>");
    }

    private static void AddWords(HtmlWriter html, MessageContent content)
    {
        if (content.Words is not { } words)
            return;
        AddHeading(html, words.Label);
        html.Add(
            $"""
            <div class="wk-quote" style="padding:10px 12px;background:#f9fafb;border-left:3px solid {content.Colour};
             font-size:14px;line-height:20px;color:#344054;overflow-wrap:anywhere;
             word-break:break-word">{words.Value}</div></td></tr>
            """);
    }

    private static void AddImportance(HtmlWriter html, MessageContent content)
    {
        if (content.Importance is not { } importance)
            return;
        AddHeading(html, importance.Label);
        AddParagraph(html, importance.Value);
        html.Add($"</td></tr>");
    }

    private static void AddAdvice(HtmlWriter html, MessageContent content)
    {
        var sentences = content.Sentences;
        AddHeading(html, sentences[TextKey.WhatToDo]);
        AddParagraph(html, content.Advice);
        if (content.Harmless is { } harmless)
        {
            html.Add(
                $"""
                <p class="wk-soft" style="margin:6px 0 0 0;font-size:14px;line-height:22px;
                 color:#667085">{harmless.Label}{sentences[TextKey.Colon]}{harmless.Value}</p>
                """);
        }

        html.Add($"</td></tr>");
    }

    private static void AddFacts(HtmlWriter html, MessageContent content)
    {
        html.Add(
            $"""
            <tr><td class="wk-pad" style="padding:16px 24px 8px 24px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"
             style="font-size:14px;line-height:20px">
            """);
        foreach (var fact in content.Facts)
        {
            html.Add(
                $"""
                <tr><td class="wk-name wk-soft wk-line" valign="top" style="width:116px;padding:6px 12px 6px 0;
                 border-top:1px solid #e4e7ec;color:#667085">{fact.Label}</td><td class="wk-value wk-text wk-line" valign="top"
                 style="padding:6px 0;
                 border-top:1px solid #e4e7ec;color:#101828;overflow-wrap:anywhere;word-break:break-word">{fact.Value}</td></tr>
                """);
        }

        html.Add($"</table></td></tr>");
    }

    private static void AddLinks(HtmlWriter html, MessageContent content)
    {
        if (content.MoreLinks.IsEmpty)
            return;
        AddHeading(html, content.Sentences[TextKey.InTheConsole]);
        foreach (var link in content.MoreLinks)
        {
            html.Add(
                $"""
                <p class="wk-text" style="margin:6px 0 0 0;font-size:14px;line-height:22px;color:#344054"><a class="wk-link"
                 href="{link.Address}" style="color:#175cd3;overflow-wrap:anywhere;word-break:break-word">{link.Name}</a></p>
                """);
        }

        html.Add($"</td></tr>");
    }

    private static void AddHeading(HtmlWriter html, string heading) => html.Add(
        $"""
        <tr><td class="wk-pad" style="padding:12px 24px 4px 24px">
        <h2 class="wk-text" style="margin:0 0 6px 0;font-size:14px;line-height:20px;color:#101828">{heading}</h2>
        """);

    private static void AddParagraph(HtmlWriter html, string text) => html.Add(
        $"""<p class="wk-text" style="margin:0;font-size:14px;line-height:22px;color:#344054">{text}</p>""");

    private static void AddFooter(HtmlWriter html, MessageContent content) => html.Add(
        $"""
        <tr><td class="wk-pad" style="padding:16px 24px 20px 24px"><p class="wk-soft wk-line" style="margin:0;padding-top:12px;
         border-top:1px solid #e4e7ec;font-size:12px;line-height:18px;color:#667085;
         overflow-wrap:anywhere">{content.Footer}</p></td></tr>
        </table>
        </td></tr></table>
        </body>
        </html>
        """);
}

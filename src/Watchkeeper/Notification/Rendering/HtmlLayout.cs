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
        AddHead(html, content);
        AddBanner(html, content);
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
        AddFooter(html, content);
        return html.ToString();
    }

    private static void AddHead(HtmlWriter html, MessageContent content) => html.Add(
        $$"""
        <!DOCTYPE html>
        <html lang="{{content.Sentences.Tag}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
        <title>{{content.Headline}}</title>
        <style>
        @media (prefers-color-scheme: dark) {
          .wk-page { background: #0c111d !important; }
          .wk-card { background: #161b26 !important; border-color: #333741 !important; }
          .wk-text { color: #ececed !important; }
          .wk-soft { color: #a3a9b3 !important; }
          .wk-quote { background: #1f242f !important; color: #ececed !important; }
          .wk-line { border-color: #333741 !important; }
          .wk-link { color: #84adff !important; }
        }
        @media (max-width: 480px) {
          .wk-pad { padding-left: 16px !important; padding-right: 16px !important; }
          .wk-name { display: block !important; width: auto !important; padding-bottom: 0 !important; }
          .wk-value { display: block !important; padding-top: 0 !important; border-top: 0 !important; }
        }
        </style>
        </head>
        """);

    private static void AddBanner(HtmlWriter html, MessageContent content) => html.Add(
        $$"""
        <body class="wk-page" style="margin:0;padding:0;background:#f2f4f7;-webkit-text-size-adjust:100%">
        <div style="display:none;max-height:0;overflow:hidden">{{content.Preview}}</div>
        <table role="presentation" class="wk-page" width="100%" cellpadding="0" cellspacing="0" border="0"
         style="background:#f2f4f7">
        <tr><td align="center" style="padding:16px 8px">
        <table role="presentation" class="wk-card" width="100%" cellpadding="0" cellspacing="0" border="0"
         style="max-width:640px;background:#ffffff;border:1px solid #e4e7ec;border-radius:8px;border-collapse:separate;
         overflow:hidden;
         font-family:-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif;
         text-align:left">
        <tr><td class="wk-pad" style="background:{{content.Colour}};color:#ffffff;padding:12px 24px;font-size:14px;
         line-height:20px;font-weight:bold">{{content.SeverityWord}} · {{content.Verb}}</td></tr>
        <tr><td class="wk-pad" style="padding:20px 24px 4px 24px">
        <h1 class="wk-text" style="margin:0 0 8px 0;font-size:20px;line-height:28px;color:#101828;overflow-wrap:anywhere;
         word-break:break-word">{{content.What}}</h1>
        <p class="wk-soft" style="margin:0;font-size:14px;line-height:20px;color:#667085;
         overflow-wrap:anywhere">{{content.TimeAndPlace}}</p>
        """);

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

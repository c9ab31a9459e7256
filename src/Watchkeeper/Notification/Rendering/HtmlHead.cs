namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// The beginning of a mail: styles, the text beside the subject in a list of mails, severity, headline and time. It ends inside
/// the headline's cell.
/// </summary>
internal static class HtmlHead
{
    public static void Add(HtmlWriter html, MessageContent content)
    {
        AddDocument(html, content);
        AddBanner(html, content);
    }

    private static void AddDocument(HtmlWriter html, MessageContent content) => html.Add(
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
}

using System.Collections.Immutable;

namespace Watchkeeper.Notification.Rendering;

/// <summary>A line of an operator's own template as a row of a mail.</summary>
internal static class HtmlOwnText
{
    public static void Add(HtmlWriter html, ImmutableArray<OwnRun> runs)
    {
        html.Add(
            $"""
            <tr><td class="wk-pad wk-text" style="padding:4px 24px;font-size:15px;line-height:21px;color:#344054;
             overflow-wrap:anywhere;word-break:break-word">
            """);
        foreach (var run in runs)
        {
            if (run.Address is { } address)
                html.Append($"""<a class="wk-link" href="{address}" style="color:#175cd3">{run.Text}</a>""");
            else if (run.IsBold)
                html.Append($"<b>{run.Text}</b>");
            else
                html.Append($"{run.Text}");
        }

        html.Add($"</td></tr>");
    }
}

using System.Globalization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// A chart of table cells, which every mail program shows: one row for each data point, and a bar from zero that changes its
/// colour at the limit.
/// </summary>
internal static class HtmlChart
{
    private const int Whole = 100;
    private const string Within = "#98a2b3";
    private const string Free = "#e4e7ec";
    private const string Nothing = "transparent";

    public static void Add(HtmlWriter html, MessageChart chart, string accent)
    {
        html.Add(
            $"""
            <tr><td class="wk-pad" style="padding:8px 24px 4px 24px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"
             style="font-size:12px;line-height:16px">
            """);
        foreach (var bar in chart.Bars)
        {
            html.Add(
                $"""
                <tr><td class="wk-soft" style="padding:1px 8px 1px 0;color:#667085;white-space:nowrap">{bar.Label}</td>
                <td width="100%" style="padding:1px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"
                 border="0"><tr>
                """);
            AddBar(html, bar, chart.LimitPercent, accent);
            html.Add(
                $"""
                </tr></table></td><td class="wk-text" align="right" style="padding:1px 0 1px 8px;color:#101828;
                 white-space:nowrap">{bar.Value}</td></tr>
                """);
        }

        html.Add($"</table></td></tr>");
    }

    private static void AddBar(HtmlWriter html, ChartBar bar, int? limit, string accent)
    {
        if (limit is not (> 0 and < Whole) || limit == bar.Percent)
        {
            AddCells(html, (bar.Percent, bar.IsBeyond ? accent : Within), (Whole - bar.Percent, Nothing));
        }
        else if (bar.Percent > limit)
        {
            AddCells(html, (limit.Value, Within), (bar.Percent - limit.Value, accent), (Whole - bar.Percent, Nothing));
        }
        else
        {
            AddCells(
                html, (bar.Percent, bar.IsBeyond ? accent : Within), (limit.Value - bar.Percent, Free),
                (Whole - limit.Value, Nothing));
        }
    }

    private static void AddCells(HtmlWriter html, params ReadOnlySpan<(int Percent, string Colour)> cells)
    {
        foreach (var (percent, colour) in cells)
        {
            if (percent == 0)
                continue;
            html.Add(
                $"""
                <td width="{percent.ToString(CultureInfo.InvariantCulture)}%" height="10" style="background:{colour};height:10px;
                 font-size:0;line-height:0">&nbsp;</td>
                """);
        }
    }
}

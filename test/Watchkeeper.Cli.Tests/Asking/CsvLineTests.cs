using Shouldly;
using Watchkeeper.Cli.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>Cells are RFC 4180, and no cell is a formula.</summary>
public sealed class CsvLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines, \"quoted\"", "\"two lines, \"\"quoted\"\"\"")]
    [InlineData("=HYPERLINK(\"http://x\")\n", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("\r=1", "'=1")]
    [InlineData("\u200b=1", "'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    public void A_cell_is_text_in_every_spreadsheet(string text, string cell) => CsvLine.Cell(text).ShouldBe(cell);
}

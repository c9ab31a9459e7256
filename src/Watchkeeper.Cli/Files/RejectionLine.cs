using System.Globalization;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Files;

/// <summary>The line that says what is wrong with a file.</summary>
internal static class RejectionLine
{
    /// <summary>The file, the JSON path and the byte if there are any, and the reason; text of the file is made inert.</summary>
    public static string Of(string file, string path, string reason, long offset = 0)
    {
        var place = path.Length > 0 ? $" at {path}" : "";
        var at = offset > 0 ? string.Create(CultureInfo.InvariantCulture, $", byte {offset}") : "";
        return InertText.Line($"{file}{place}{at}: {reason}");
    }
}

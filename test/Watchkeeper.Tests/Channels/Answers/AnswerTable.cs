using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;

namespace Watchkeeper.Tests.Channels.Answers;

/// <summary>An answer of a receiver, and what it means, from a file of this folder.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Answer">The answer, which came at 08:00 on 24 November 2026.</param>
/// <param name="Expected">What it means, in one line in which * stands for any text.</param>
internal sealed record AnswerTable(int Line, HttpAnswer Answer, string Expected)
{
    private const string Indent = "    ";
    private const string Result = "    = ";

    /// <summary>
    /// The answers of a channel. A line begins with the status, the body follows, as a JSON string where it cannot be seen as it
    /// is; the indented lines below it are headers and, at last, what the answer means.
    /// </summary>
    public static ImmutableArray<AnswerTable> Read(string channel)
    {
        var all = ImmutableArray.CreateBuilder<AnswerTable>();
        var (answer, begin) = (GroupDeliveries.Answer(0, ""), 0);
        var lines = File.ReadAllLines(Repository.PathOf("test", "Watchkeeper.Tests", "Channels", "Answers", $"{channel}.txt"));
        foreach (var (index, line) in lines.Index().Where(each => each.Item is not ['#', ..] and not ""))
        {
            if (line.StartsWith(Result, StringComparison.Ordinal))
            {
                all.Add(new AnswerTable(begin, answer, line[Result.Length..]));
            }
            else if (line.StartsWith(Indent, StringComparison.Ordinal))
            {
                var header = line.Trim().Split(": ", 2);
                answer = answer with { Headers = answer.Headers.Add(header[0], header[1]) };
            }
            else
            {
                var parts = $"{line} ".Split(' ', 2);
                var status = int.Parse(parts[0], CultureInfo.InvariantCulture);
                (answer, begin) = (GroupDeliveries.Answer(status, Body(parts[1])), index + 1);
            }
        }

        return all.ToImmutable();
    }

    private static string Body(string text) =>
        text.StartsWith('"') ? JsonSerializer.Deserialize<string>(text)! : text.TrimEnd();
}

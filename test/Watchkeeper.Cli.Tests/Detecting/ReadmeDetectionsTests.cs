using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Tests.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>What the README says of detections is what a reader sees.</summary>
public sealed partial class ReadmeDetectionsTests : IDisposable
{
    private const string Program = "dotnet run --project src/Watchkeeper.Cli -- ";
    private const string Folder = "mkdir -p ";
    private const string End = "END";

    private readonly TemporaryFolder folder = new();
    private string printed = "";
    private int checkedLines;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Detections", 20)]
    [InlineData("A detection of your own", 4)]
    public async Task Each_command_prints_the_lines_below_it(string section, int lines)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "events"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "events", "trail"), Repository.PathOf("events", "trail"));

        // A list is applied to the newest run.
        await PrintAsync(
        [
            "run", "--once", "--template", Repository.PathOf("template.yaml"), "--events",
            Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json"),
        ]);
        var script = ReadmeSection.Read(section).Script.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < script.Length; at++)
        {
            var line = script[at];
            if (FileStart().Match(line) is { Success: true } start)
            {
                var content = script.Skip(at + 1).TakeWhile(each => each != End).ToList();
                folder.File(start.Groups["file"].Value, string.Join('\n', content));
                at += content.Count + 1;
            }
            else if (line.StartsWith(Folder, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.Combine(folder.Path, line[Folder.Length..]));
            }
            else if (line.StartsWith(Program, StringComparison.Ordinal))
            {
                printed = await PrintAsync(line[Program.Length..].Split(' '));
            }
            else
            {
                Check(line);
            }
        }

        checkedLines.ShouldBeGreaterThanOrEqualTo(lines);
    }

    private async Task<string> PrintAsync(string[] arguments)
    {
        var (_, output, errors) = await CliProcess.RunInAsync(folder.Path, arguments, TestContext.Current.CancellationToken);
        return output + errors;
    }

    // A line that ends with an ellipsis is the beginning of a longer one.
    private void Check(string line)
    {
        var wanted = Narrow(line.TrimEnd('…'));
        printed.Split('\n').Select(Narrow)
            .Any(each => line.EndsWith('…') ? each.StartsWith(wanted, StringComparison.Ordinal) : each == wanted)
            .ShouldBeTrue($"{line}\nis none of\n{printed}");
        checkedLines++;
    }

    // How wide a column is, its longest cell decides.
    private static string Narrow(string line) => Blanks().Replace(line, " ").Trim();

    [GeneratedRegex(" +", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("^cat > (?<file>\\S+) <<'END'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileStart();
}

using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>What the README says of a finished run is what a reader sees.</summary>
public sealed partial class ReadmeAskTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    private const string Program = "dotnet run --project src/Watchkeeper.Cli -- ";

    [Fact]
    public async Task Each_command_prints_the_lines_below_it()
    {
        var data = run.Copy();
        var checkedLines = 0;
        var printed = Array.Empty<string>();
        foreach (var line in ReadmeSection.Read("Ask it afterwards").Script.Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith(Program, StringComparison.Ordinal))
            {
                var (_, output, errors) = await CommandLine.RunAsync(
                    Repository.Root, [.. line[Program.Length..].Split(' '), "--data", data]);
                printed = [.. (output + errors).Split('\n').Select(Masked)];
                continue;
            }

            // A line that ends with an ellipsis is the beginning of a longer one.
            var wanted = Masked(line.TrimEnd('…'));
            printed.Any(each => line.EndsWith('…') ? each.StartsWith(wanted, StringComparison.Ordinal) : each == wanted)
                .ShouldBeTrue($"{line}\nis none of\n{string.Join('\n', printed)}");
            checkedLines++;
        }

        checkedLines.ShouldBeGreaterThan(25);
        Directory.Delete(data, recursive: true);
    }

    // How long a reader thinks between two commands is the reader's.
    private static string Masked(string line) => SecondOfTheDay().Replace(Ago().Replace(line, "N s ago"), "T");

    [GeneratedRegex("[0-9]+ s ago", RegexOptions.None, 1000)]
    private static partial Regex Ago();

    [GeneratedRegex("06:[0-9]{2}:[0-9]{2}Z", RegexOptions.None, 1000)]
    private static partial Regex SecondOfTheDay();
}

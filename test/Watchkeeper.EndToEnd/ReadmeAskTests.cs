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

    [Theory]
    [InlineData("Ask it afterwards", 25)]
    [InlineData("Keep incidents quiet", 8)]
    public async Task Each_command_prints_the_lines_below_it(string section, int leastLines)
    {
        var data = run.Copy();
        var checkedLines = 0;
        var silence = "";
        var printed = Array.Empty<string>();
        foreach (var line in ReadmeSection.Read(section).Script.Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith(Program, StringComparison.Ordinal))
            {
                var (_, output, errors) = await CommandLine.RunAsync(
                    Repository.Root, [.. SilenceId().Replace(line[Program.Length..], silence).Split(' '), "--data", data]);
                printed = [.. (output + errors).Split('\n').Select(Masked)];
                if (SilenceId().Match(output) is { Success: true, Value: var id })
                    silence = id;
                continue;
            }

            // A line that ends with an ellipsis is the beginning of a longer one.
            var wanted = Masked(line.TrimEnd('…'));
            printed.Any(each => line.EndsWith('…') ? each.StartsWith(wanted, StringComparison.Ordinal) : each == wanted)
                .ShouldBeTrue($"{line}\nis none of\n{string.Join('\n', printed)}");
            checkedLines++;
        }

        checkedLines.ShouldBeGreaterThan(leastLines);
        Directory.Delete(data, recursive: true);
    }

    // How long a reader thinks between two commands is the reader's.
    private static string Masked(string line) =>
        SilenceId().Replace(SecondOfTheDay().Replace(Ago().Replace(line, "N s ago"), "T"), "SILENCE");

    [GeneratedRegex("[0-9]+ s ago", RegexOptions.None, 1000)]
    private static partial Regex Ago();

    [GeneratedRegex("0[68]:[0-9]{2}:[0-9]{2}Z", RegexOptions.None, 1000)]
    private static partial Regex SecondOfTheDay();

    // Every silence has an id of its own.
    [GeneratedRegex("sil-[0-9a-f]{16}", RegexOptions.None, 1000)]
    private static partial Regex SilenceId();
}

using System.CommandLine;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Xunit;

namespace Watchkeeper.Template.Tests.Pages;

/// <summary>Every command and option that a page names is one of the command line.</summary>
public sealed class CommandsOnPagesTests
{
    private const string Program = "dotnet run --project src/Watchkeeper.Cli -- ";
    private static readonly string[] Short = ["watchkeeper ", "… -- "];
    private static readonly RootCommand Tree = CommandTree.Create();

    public static TheoryData<string> All => [.. Page.All.Select(page => page.Name)];

    [Theory, MemberData(nameof(All))]
    public void Each_command_line_of_a_page_can_be_typed(string name) =>
        CommandLines(Page.Of(name)).Select(Problem).OfType<string>().ShouldBeEmpty($"command lines of {name}");

    [Fact]
    public void The_pages_have_many_command_lines() =>
        Page.All.Sum(page => CommandLines(page).Count()).ShouldBeGreaterThan(40);

    [Theory]
    [InlineData("    dotnet run --project src/Watchkeeper.Cli -- run --onse", "run has no option --onse")]
    [InlineData("type `watchkeeper incident inc-1 --table T --onse`", "incident has no option --onse")]
    [InlineData("type `detections list --fail-on high`", "detections list has no option --fail-on")]
    [InlineData("    dotnet run --project src/Watchkeeper.Cli -- detections lost", "detections has no command lost")]
    [InlineData("    dotnet run --project src/Watchkeeper.Cli -- rum --once", "there is no command rum")]
    public void A_command_line_that_cannot_be_typed_is_found(string text, string problem) =>
        CommandLines(Page.Parse("a", text)).Select(Problem).ShouldBe([problem]);

    [Fact]
    public void The_pages_name_every_command()
    {
        string[] pages =
        [
            "src/Watchkeeper.Cli/README.md", "src/Watchkeeper.Cli/Configuring/README.md", "src/Watchkeeper/Detections/README.md",
        ];
        var spans = pages.SelectMany(page => Page.Of(page).Spans).ToList();
        var commands = Tree.Subcommands.SelectMany(
            command => command.Subcommands.Select(each => $"{command.Name} {each.Name}").Append(command.Name));

        commands.Where(command => !spans.Any(span => $"{span} ".StartsWith($"{command} ", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    // After the program's name, or in backticks with an option.
    private static IEnumerable<string> CommandLines(Page page)
    {
        foreach (var code in page.CodeLines.Concat(page.Spans))
        {
            var line = code.Split(" #")[0];
            if (Short.FirstOrDefault(each => line.StartsWith(each, StringComparison.Ordinal)) is { } start)
            {
                // In the tests' pages, «… --» stands for their own programs.
                if (!page.Name.StartsWith("test/", StringComparison.Ordinal))
                    yield return line[start.Length..];
            }
            else if (line.Contains(Program, StringComparison.Ordinal))
            {
                yield return line[(line.IndexOf(Program, StringComparison.Ordinal) + Program.Length)..];
            }
            else if (line.Contains(" --", StringComparison.Ordinal) && Command(Tree, line.Split(' ')[0]) is not null)
            {
                yield return line;
            }
        }
    }

    private static string? Problem(string line)
    {
        Command command = Tree;
        var path = "";
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith("--", StringComparison.Ordinal))
            {
                if (word != "--help" && command.Options.All(option => option.Name != word))
                    return $"{path} has no option {word}";
            }
            else if (command.Subcommands.Count > 0 && !IsPlace(word))
            {
                if (Command(command, word) is not { } next)
                    return path.Length == 0 ? $"there is no command {word}" : $"{path} has no command {word}";
                (command, path) = (next, path.Length == 0 ? word : $"{path} {word}");
            }
        }

        return null;
    }

    // Where a reader puts something of their own, as in «… -- COMMAND».
    private static bool IsPlace(string word) => word.All(each => char.IsAsciiLetterUpper(each) || each is '-' or '…');

    private static Command? Command(Command parent, string name) => parent.Subcommands.SingleOrDefault(each => each.Name == name);
}

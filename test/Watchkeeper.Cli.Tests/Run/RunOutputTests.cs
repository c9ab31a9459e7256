using System.Text;
using System.Text.Json;
using Shouldly;
using Spectre.Console;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Run.Output;
using Watchkeeper.Incidents;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Cli.Tests.Run;

/// <summary>Event text reaches the terminal, as text or as JSON, only in a form that cannot control it.</summary>
public class RunOutputTests
{
    public static TheoryData<string> Hostile =>
        [
            "bidi override", "bidi isolates", "zero width", "tag characters", "invisible letters", "escape colours", "crlf",
            "script",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void As_text_a_title_is_shown_inert(string name)
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;

        foreach (var events in new IEventText[] { new BriefEvents(console, null), new VerboseEvents(console, null, "") })
            events.Write(new EventFile("x.json", default, null), [Recorded($"[red]«{HostileText.Get(name)}»")]);

        var lines = written.ToString().Split('\n');
        lines.ShouldAllBe(line => line == line.TrimEnd('\r') && Inert(line));
        lines.Count(line => line.Contains($"{InertText.Line($"[red]«{HostileText.Get(name)}»")}", StringComparison.Ordinal)
            && line.EndsWith(" inc-1", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void As_JSON_a_title_is_escaped_and_whole(string name)
    {
        using var written = new StringWriter();

        new JsonOutput(written).Show(new EventFile("x.json", default, null), [Recorded($"使用率{HostileText.Get(name)}")]);

        var line = written.ToString().TrimEnd('\r', '\n');
        Inert(line).ShouldBeTrue(line);
        line.ShouldContain("使用率");
        JsonDocument.Parse(line).RootElement.GetProperty("title").GetString().ShouldBe($"使用率{HostileText.Get(name)}");
    }

    private static EventOutcome Recorded(string title) =>
        new() { Time = default, File = "x.json", Outcome = Outcome.Recorded, Reason = "opened", Title = title, Incident = "inc-1" };

    private static bool Inert(string line) =>
        line.EnumerateRunes().All(rune => InertText.Line($"a{rune}b") == $"a{rune}b" || rune == new Rune(' '));
}

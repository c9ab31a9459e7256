using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Run;

/// <summary>The commands to try next can be copied into the shell that started the run.</summary>
public sealed class NextCommandsTests
{
    [Theory]
    [InlineData("/home/kim/watchkeeper", "dotnet run --project src/Watchkeeper.Cli --")]
    [InlineData("/home/kim/watchkeeper/events", "dotnet run --project ../src/Watchkeeper.Cli --")]
    public void Inside_the_repository_the_project_is_run(string here, string program)
    {
        const string files = "/home/kim/watchkeeper/src/Watchkeeper.Cli/bin/Debug/net10.0/";

        NextCommands.Program(files, files + "Watchkeeper.Cli", here).ShouldBe(program);
    }

    [Fact]
    public void Elsewhere_the_file_is_run()
    {
        NextCommands.Program("/opt/wk/", "/opt/wk/Watchkeeper.Cli", "/home/kim").ShouldBe("/opt/wk/Watchkeeper.Cli");
        NextCommands.Program("/opt/wk/", "/usr/bin/dotnet", "/opt").ShouldBe("dotnet wk/Watchkeeper.Cli.dll");
    }

    [Fact]
    public void A_tool_is_run_by_its_name_where_the_shell_finds_it()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("watchkeeper", "");
        const string files = "/root/.store/watchkeeper.cli/0.1.0/watchkeeper.cli/0.1.0/tools/net10.0/any/";

        NextCommands.Program(files, file, "/", $"/nowhere:{folder.Path}").ShouldBe("watchkeeper");
        NextCommands.Program(files, file, "/", "/nowhere").ShouldBe(file);
        NextCommands.Program(files, "/usr/bin/dotnet", "/", folder.Path).ShouldBe("dotnet tool run watchkeeper");
    }

    [Fact]
    public void A_folder_with_blanks_and_quotes_is_one_word_of_the_shell() =>
        NextCommands.Of("wk", "embedded", "/tmp/Kim's data", Empty).ShouldBe([@"wk incidents --data '/tmp/Kim'\''s data'"]);

    [Fact]
    public void A_quiet_event_is_to_be_explained() =>
        NextCommands.Of("wk", "emulators", "d", Empty with { QuietEvent = "e-1" })
            .ShouldBe(["wk incidents --backend emulators --data d", "wk why e-1 --backend emulators --data d"]);

    [Fact]
    public void The_newest_run_needs_no_name() => NextCommands.Of("wk", "embedded", null, Empty).ShouldBe(["wk incidents"]);

    private static RunSummary Empty => new()
    {
        Events = 0,
        Outcomes = ImmutableSortedDictionary<string, int>.Empty,
        Active = 0,
        Worst = [],
        Incidents = 0,
        Messages = ImmutableSortedDictionary<string, int>.Empty,
        Reactions = ImmutableSortedDictionary<string, int>.Empty,
        DeadLetters = 0,
        UnexpectedFailures = 0,
        Time = default,
        Took = TimeSpan.Zero,
    };
}

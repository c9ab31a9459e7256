using System.Diagnostics;
using Shouldly;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Emulators;

public sealed class ChildProcessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_ends_when_its_parent_is_gone()
    {
        var command = new ChildCommand("/bin/sleep", ["1000"], "/");
        using var program = Process.Start(command.ToStartInfo(Emulated.Options))!;

        // The kernel closes a pipe so when its owner was killed.
        program.StandardInput.Close();

        await program.WaitForExitAsync(Cancel);
        program.ExitCode.ShouldBe(128 + 9);
    }

    [Fact]
    public async Task A_program_has_no_standard_input_and_the_arguments_as_they_were()
    {
        string[] arguments = ["a b", "$HOME", "'\"", ""];
        var script = "cat; for argument in \"$@\"; do printf '<%s>\\n' \"$argument\"; done";

        await using var program = ChildProcess.Start(
            new ChildCommand("/bin/sh", ["-c", script, "sh", .. arguments], "/"), Emulated.Options);

        (await program.WaitForExitAsync(Cancel)).ShouldBe(0);
        program.Output.Lines().ShouldBe(["<a b>", "<$HOME>", "<'\">", "<>"]);
    }

    [Fact]
    public async Task Only_the_last_of_what_a_program_says_is_kept()
    {
        await using var program = ChildProcess.Start(
            new ChildCommand("/bin/sh", ["-c", "i=0; while [ $i -lt 1000 ]; do i=$((i+1)); echo line $i; done"], "/"),
            Emulated.Options);

        await program.WaitForExitAsync(Cancel);

        program.Output.Lines().Length.ShouldBe(200);
        program.Output.Quote(2).ShouldBe("  line 999\n  line 1000");
    }

    [Fact]
    public void A_missing_folder_is_reported() =>
        Should.Throw<RunException>(
            () => ChildProcess.Start(new ChildCommand("/bin/true", [], "/no/such/folder"), Emulated.Options))
            .Message.ShouldContain("cannot be started");
}

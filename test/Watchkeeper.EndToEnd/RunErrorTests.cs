using System.Net;
using System.Net.Sockets;
using Shouldly;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd;

/// <summary>Each error says in one line what is wrong and what to do, and exits with 1 (2 for a usage error).</summary>
public sealed class RunErrorTests
{
    [Fact]
    public async Task Missing_events_are_reported_with_their_path() =>
        (await RunAsync("--once", "--events", "nowhere")).ShouldBe(
            (1, "--events is «nowhere», but there is no such file or folder. Give a file with events, a folder of them (files that end "
                + "in .json, .json.gz, .jsonl, .jsonl.gz, .ndjson, .ndjson.gz), or - for standard input."));

    [Fact]
    public async Task A_port_in_use_is_reported_with_another_way()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        (await RunAsync("--port", $"{port}"))
            .ShouldBe((1, $"Port {port} of 127.0.0.1 is in use. Give another port with --port, or any free one with --port 0."));
    }

    [Fact]
    public async Task A_missing_executable_is_named()
    {
        var (exitCode, error) = await RunAsync("--once", "--backend", "emulators", "--executable", "nowhere");

        exitCode.ShouldBe(1);
        error.ShouldContain("nowhere");
    }

    [Fact]
    public async Task A_parameter_without_a_value_is_bad_usage() =>
        (await RunAsync("--once", "--parameter", "Locale")).ExitCode.ShouldBe(2);

    [Fact]
    public async Task A_value_that_a_parameter_does_not_allow_is_wrong_usage()
    {
        var (exitCode, error) = await RunAsync("--once", "--parameter", "Locale=klingon");

        exitCode.ShouldBe(2);
        error.ShouldContain("Locale");
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        var (exitCode, _, errors) = await CommandLine.RunAsync(Repository.Root, ["run", .. arguments]);
        return (exitCode, errors.Trim());
    }
}

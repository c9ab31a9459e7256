using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Shouldly;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Emulators;

public sealed class MotoServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_answers_and_is_gone_after_disposing()
    {
        var emulator = await MotoServer.StartAsync(Emulated.Options, Cancel);
        using var process = Process.GetProcessById(emulator.ProcessId);
        using var http = new HttpClient();

        (await http.GetStringAsync(new Uri(emulator.ServiceUrl + "/moto-api/data.json"), Cancel)).ShouldStartWith("{");
        await emulator.DisposeAsync();

        process.HasExited.ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_moto_is_reported_with_how_to_install_it()
    {
        using var tools = new ToolFolder();

        (await FailureAsync(tools.Options)).ShouldBe(
            "The emulators need moto, but there is no «moto_server» on the PATH. Install it with "
            + "«pip install 'moto[server]'» (Python 3), so that «moto_server» is on the PATH, and run again.");
    }

    [Fact]
    public async Task A_server_that_fails_to_start_is_reported_with_its_own_output()
    {
        using var tools = new ToolFolder()
            .WithScript("moto_server", "echo \"ModuleNotFoundError: No module named 'flask'\" >&2; exit 1");

        var failure = await FailureAsync(tools.Options);

        failure.ShouldStartWith("moto_server ended during its start (exit code 1). Install it with «pip install 'moto[server]'»");
        failure.ShouldEndWith("  ModuleNotFoundError: No module named 'flask'");
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        using var tools = new ToolFolder().WithScript("moto_server", "while read -r line; do :; done; exec /bin/sleep 1000");

        (await FailureAsync(tools.Options with { ReadyWithin = TimeSpan.Zero }))
            .ShouldStartWith("moto_server did not answer within 0 seconds.");
    }

    [Fact]
    public async Task A_port_in_use_is_reported()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        (await FailureAsync(Emulated.Options with { Port = port })).ShouldBe(
            $"moto_server cannot listen on port {port}: it is in use. Stop the program that listens there, or give another port, "
                + "or omit it to take any free one.");
    }

    private static async Task<string> FailureAsync(EmulatorOptions options) =>
        (await Should.ThrowAsync<RunException>(MotoServer.StartAsync(options, Cancel))).Message;
}

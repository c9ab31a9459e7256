using System.Net;
using System.Net.Sockets;
using Shouldly;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.EndToEnd.SamLocal;

/// <summary>Each error says in one line what is wrong, and exits with 1.</summary>
public sealed class EmulateErrorTests
{
    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exitCode, _, errors) = await CommandLine.RunAsync(Repository.Root, "emulate", "--port", $"{port}");

        exitCode.ShouldBe(1);
        errors.ShouldContain($"moto_server cannot listen on port {port}");
    }

    [Fact]
    public async Task A_missing_event_of_an_alarm_is_reported_with_its_path()
    {
        var (exitCode, _, errors) = await CommandLine.RunAsync(
            Repository.Root, "emulate", "--port", "0", "--alarm", "nowhere.json");

        exitCode.ShouldBe(1);
        errors.ShouldContain("«nowhere.json»");
    }
}

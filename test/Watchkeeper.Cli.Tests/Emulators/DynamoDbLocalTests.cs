using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Shouldly;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Emulators;

public sealed class DynamoDbLocalTests(DynamoDbLocalFixture dynamoDb) : IClassFixture<DynamoDbLocalFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Written_rows_are_kept_and_appear_in_the_stream()
    {
        using var client = dynamoDb.CreateClient();
        var table = await client.CreateTableAsync(
            new CreateTableRequest("kept", [new("pk", KeyType.HASH)], [new("pk", ScalarAttributeType.S)], null)
            {
                BillingMode = BillingMode.PAY_PER_REQUEST,
                StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES },
            },
            Cancel);

        await client.PutItemAsync("kept", new(StringComparer.Ordinal) { ["pk"] = new("a"), ["v"] = new("1") }, Cancel);

        var read = await client.GetItemAsync("kept", new(StringComparer.Ordinal) { ["pk"] = new("a") }, Cancel);
        read.Item["v"].S.ShouldBe("1");
        table.TableDescription.LatestStreamArn.ShouldStartWith("arn:aws:dynamodb:");
    }

    [Fact]
    public async Task Disposing_ends_the_process()
    {
        var emulator = await DynamoDbLocal.StartAsync(Emulated.Options, Cancel);
        using var process = Process.GetProcessById(emulator.ProcessId);

        await emulator.DisposeAsync();

        process.HasExited.ShouldBeTrue();
    }

    [Fact]
    public async Task Many_concurrent_starts_download_once_and_each_gets_an_emulator()
    {
        using var folder = new ToolFolder();
        var reports = 0;
        var options = Emulated.Options with { Root = folder.Options.Root, Progress = _ => Interlocked.Increment(ref reports) };

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DynamoDbLocalFiles.ObtainAsync(options, Cancel)));

        reports.ShouldBe(1);
        found.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        File.Exists(Path.Combine(found[0], "DynamoDBLocal.jar")).ShouldBeTrue();
        Directory.GetDirectories(Path.GetDirectoryName(found[0])!).ShouldBe([found[0]]);
    }

    [Fact]
    public async Task The_requested_port_is_used()
    {
        var port = LoopbackPort.AnyFree();

        await using var emulator = await DynamoDbLocal.StartAsync(Emulated.Options with { Port = port }, Cancel);

        emulator.ServiceUrl.ShouldBe($"http://127.0.0.1:{port}");
    }

    [Fact]
    public async Task A_port_in_use_is_reported()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var failure = await Should.ThrowAsync<RunException>(
            DynamoDbLocal.StartAsync(Emulated.Options with { Port = port }, Cancel));

        failure.Message.ShouldBe(
            $"DynamoDB Local cannot listen on port {port}: it is in use. Stop the program that listens there, or give another "
                + "port, or omit it to take any free one.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public async Task A_number_that_is_no_port_is_reported(int port)
    {
        var failure = await Should.ThrowAsync<RunException>(
            DynamoDbLocal.StartAsync(Emulated.Options with { Port = port }, Cancel));

        failure.Message.ShouldContain("a port is a number from 1 to 65535");
    }
}

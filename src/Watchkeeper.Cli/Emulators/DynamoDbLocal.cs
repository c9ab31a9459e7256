using System.Globalization;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// A running DynamoDB Local, Amazon's emulator, in memory and with one database for all credentials and regions. DynamoDB Local
/// listens on all addresses of this machine, and sends no telemetry.
/// </summary>
internal sealed class DynamoDbLocal : IAsyncDisposable
{
    private const string Name = "DynamoDB Local";
    private const string Advice =
        "Run again; if it happens again, delete the folder .watchkeeper/emulators, so that it is fetched anew.";
    private const int Tries = 5;
    private static readonly TimeSpan s_probeLimit = TimeSpan.FromSeconds(2);
    private readonly ChildProcess _process;

    private DynamoDbLocal(ChildProcess process, int port)
    {
        _process = process;
        ServiceUrl = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
    }

    /// <summary>The ServiceURL of a client, and the AWS_ENDPOINT_URL_DYNAMODB of a function.</summary>
    public string ServiceUrl { get; }

    /// <summary>The id of the Java process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Downloads DynamoDB Local on first use, starts it, and returns when it responds.</summary>
    /// <exception cref="RunException">DynamoDB Local is not available; the message says what to do.</exception>
    public static async Task<DynamoDbLocal> StartAsync(EmulatorOptions options, CancellationToken cancellationToken = default)
    {
        if (options.Port is { } wanted)
            LoopbackPort.RequireFree(wanted, Name);
        var java = await JavaRuntime.FindAsync(options, cancellationToken);
        var folder = await DynamoDbLocalFiles.ObtainAsync(options, cancellationToken);
        for (var turn = 1; ; turn++)
        {
            var port = options.Port ?? LoopbackPort.AnyFree();
            // Another program may take the free port first. Then another port serves as well.
            if (await TryStartAsync(java, folder, port, options, cancellationToken) is { } started)
                return started;
            if (options.Port is not null || turn == Tries)
                throw LoopbackPort.InUse(port, Name);
        }
    }

    /// <summary>Stops the process and discards its data.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<DynamoDbLocal?> TryStartAsync(
        string java, string folder, int port, EmulatorOptions options, CancellationToken cancellationToken)
    {
        // The serial collector and the C1 compiler alone start 20 % faster and leave the cores to the tests.
        string[] arguments =
        [
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar",
            "-inMemory", "-sharedDb", "-disableTelemetry", "-port", port.ToString(CultureInfo.InvariantCulture),
        ];
        var process = ChildProcess.Start(new ChildCommand(java, arguments, folder), options);
        var taken = false;
        var ready = false;
        try
        {
            using var http = new HttpClient { Timeout = s_probeLimit };
            await Readiness.WaitAsync(process, Name, Advice, options, ProbeAsync, cancellationToken);
            ready = !taken;
            return ready ? new DynamoDbLocal(process, port) : null;

            async ValueTask<bool> ProbeAsync(CancellationToken limit) =>
                (taken = PortTaken(process))
                || await AnswersAsync(http, port, limit);
        }
        finally
        {
            if (!ready)
                await process.DisposeAsync();
        }
    }

    // DynamoDB Local keeps running without a listener if the port is taken, so the caller must not wait for its exit.
    private static bool PortTaken(ChildProcess process) =>
        process.Output.Lines().Any(line => line.Contains("Failed to bind to", StringComparison.Ordinal));

    private static async Task<bool> AnswersAsync(HttpClient http, int port, CancellationToken limit)
    {
        try
        {
            // DynamoDB Local refuses the unsigned request, and any response proves that it is ready.
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"), limit);
            return true;
        }
        catch (Exception notYet)
            when (notYet is HttpRequestException || (notYet is TaskCanceledException && !limit.IsCancellationRequested))
        {
            return false;
        }
    }
}

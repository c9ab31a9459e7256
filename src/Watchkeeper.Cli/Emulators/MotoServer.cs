using System.Globalization;
using System.Text.RegularExpressions;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// A running <c>moto_server</c>, which emulates the other services: SNS, SES, SQS, Auto Scaling, Support and many more. The
/// server accepts any credentials. <c>/moto-api/data.json</c> returns its state; a POST to <c>/moto-api/reset</c> clears it.
/// </summary>
internal sealed partial class MotoServer : IAsyncDisposable
{
    private const string Name = "moto_server";
    private const string Install =
        "Install it with «pip install 'moto[server]'» (Python 3), so that «moto_server» is on the PATH, and run again.";
    private readonly ChildProcess _process;

    private MotoServer(ChildProcess process, string serviceUrl)
    {
        _process = process;
        ServiceUrl = serviceUrl;
    }

    /// <summary>The ServiceURL of a client, and the AWS_ENDPOINT_URL of a function.</summary>
    public string ServiceUrl { get; }

    /// <summary>The id of the Python process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts the server, and returns when it listens.</summary>
    /// <exception cref="RunException">moto is not available; the message says what to do.</exception>
    public static async Task<MotoServer> StartAsync(EmulatorOptions options, CancellationToken cancellationToken = default)
    {
        var file = ToolPath.Find(Name, options)
            ?? throw new RunException(
                $"SNS, SES and the other services are emulated by moto, and there is no «{Name}» on the PATH. {Install}");
        if (options.Port is { } wanted)
            LoopbackPort.RequireFree(wanted, Name);
        // With port 0 the server takes a free port itself, so no other program can take the port first.
        string[] arguments = ["-H", options.Host, "-p", (options.Port ?? 0).ToString(CultureInfo.InvariantCulture)];
        var process = ChildProcess.Start(new ChildCommand(file, arguments, Environment.CurrentDirectory), options);
        string? url = null;
        try
        {
            await Readiness.WaitAsync(
                process, Name, Install, options, _ => new((url = ListensAt(process)) is not null), cancellationToken);
            return new MotoServer(process, url!);
        }
        finally
        {
            if (url is null)
                await process.DisposeAsync();
        }
    }

    /// <summary>Stops the process and discards its data.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string? ListensAt(ChildProcess process) =>
        process.Output.Lines()
            .Select(line => Listening().Match(line))
            .FirstOrDefault(match => match.Success)?.Groups["url"].Value;

    [GeneratedRegex(
        @"Running on (?<url>http://127\.0\.0\.1:[0-9]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}

using Amazon.Runtime;
using Watchkeeper.Cli.Processes;
using Xunit;

namespace Watchkeeper.Testing;

/// <summary>What every client of an emulator uses.</summary>
public static class Emulated
{
    /// <summary>The one region that tests name.</summary>
    public const string Region = "eu-central-1";

    /// <summary>The account that moto answers for.</summary>
    public const string Account = "123456789012";

    /// <summary>Well-formed and known to nobody; emulators take any.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("test", "test");

    /// <summary>How tests start an emulator: files kept in this clone, any free port.</summary>
    public static EmulatorOptions Options { get; } = new()
    {
        Root = Repository.Root,
        Time = TimeProvider.System,
        Progress = line => TestContext.Current.SendDiagnosticMessage(line),
    };
}

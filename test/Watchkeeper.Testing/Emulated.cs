using Amazon.Runtime;
using Watchkeeper.Cli.Processes;
using Xunit;

namespace Watchkeeper.Testing;

/// <summary>Settings of every emulator client.</summary>
public static class Emulated
{
    /// <summary>The region of all tests.</summary>
    public const string Region = "eu-central-1";

    /// <summary>The account that moto answers for.</summary>
    public const string Account = "123456789012";

    /// <summary>Well-formed and valid nowhere; emulators accept any.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("test", "test");

    /// <summary>How tests start an emulator: files in this clone, any free port.</summary>
    public static EmulatorOptions Options { get; } = new()
    {
        Root = Repository.Root,
        Time = TimeProvider.System,
        Progress = line => TestContext.Current.SendDiagnosticMessage(line),
    };
}

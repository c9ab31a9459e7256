using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Amazon's DynamoDB Local 1.25.1: only the package's folder with Amazon's jar.</summary>
internal static class DynamoDbLocalFiles
{
    private static readonly NpmFolder Folder = new(
        new NpmTarball(
            "DynamoDB Local", "amplify-dynamodb-simulator", "2.9.30",
            "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ=="),
        "package/emulator/", "dynamodb-local", Megabytes: 57);

    /// <summary>Returns the folder that contains <c>DynamoDBLocal.jar</c>.</summary>
    /// <exception cref="RunException">
    /// The download failed, the content has another checksum, or the disk refused a write.
    /// </exception>
    public static Task<string> ObtainAsync(EmulatorOptions options, CancellationToken cancellationToken) =>
        Folder.ObtainAsync(options, cancellationToken);
}

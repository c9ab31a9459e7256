using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Amazon's DynamoDB Local 1.25.1: of the package only the folder with Amazon's own jar.</summary>
internal static class DynamoDbLocalFiles
{
    private static readonly NpmFolder Folder = new(
        new NpmTarball(
            "DynamoDB Local", "amplify-dynamodb-simulator", "2.9.30",
            "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ=="),
        "package/emulator/", "dynamodb-local", Megabytes: 57);

    /// <summary>The folder that holds <c>DynamoDBLocal.jar</c>.</summary>
    /// <exception cref="RunException">It cannot be fetched, is not what was expected, or the disk refuses it.</exception>
    public static Task<string> ObtainAsync(EmulatorOptions options, CancellationToken cancellationToken) =>
        Folder.ObtainAsync(options, cancellationToken);
}

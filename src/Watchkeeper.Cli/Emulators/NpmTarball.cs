using System.Security.Cryptography;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>One version of an npm package, identified by the SHA-512 of its tarball.</summary>
/// <param name="What">The display name of the content.</param>
/// <param name="Package">The package's name in the registry.</param>
/// <param name="Version">The exact version.</param>
/// <param name="Integrity">The tarball's SHA-512 in base64, as lock files write it after <c>sha512-</c>.</param>
internal sealed record NpmTarball(string What, string Package, string Version, string Integrity)
{
    /// <summary>Downloads the tarball with <c>npm pack</c>, without scripts and dependencies, and verifies it.</summary>
    /// <returns>The tarball's path in <paramref name="folder"/>, which must exist and be empty.</returns>
    /// <exception cref="RunException">npm is missing, the download failed, or the tarball has another checksum.</exception>
    public async Task<string> FetchAsync(string folder, EmulatorOptions options, CancellationToken cancellationToken)
    {
        var npm = ToolPath.Find("npm", options) ?? throw new RunException(
            $"{What} is downloaded once with npm, but there is no «npm» on the PATH. "
            + "Install Node.js with npm (Debian: apt-get install npm) and run again.");
        string[] arguments = ["pack", $"{Package}@{Version}", "--pack-destination", folder, "--loglevel=error"];
        await using var process = ChildProcess.Start(new ChildCommand(npm, arguments, folder), options);
        var exitCode = await process.WaitForExitAsync(cancellationToken);
        if (exitCode != 0 || Directory.GetFiles(folder, "*.tgz") is not [var tarball])
        {
            throw new RunException(
                $"{What} cannot be downloaded: «npm pack {Package}@{Version}» failed (exit code {exitCode}). Check the network "
                + $"and npm's registry setting (npm config get registry), and run again. It said:\n{process.Output.Quote()}");
        }
        await CheckAsync(tarball, cancellationToken);
        return tarball;
    }

    private async Task CheckAsync(string tarball, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(tarball);
        var found = Convert.ToBase64String(await SHA512.HashDataAsync(bytes, cancellationToken));
        if (!string.Equals(found, Integrity, StringComparison.Ordinal))
        {
            throw new RunException(
                $"The downloaded {Package}@{Version} was not unpacked, because its checksum is wrong: it is sha512-{found}, "
                + $"expected sha512-{Integrity}. Run again. If the error stays, npm's registry serves another file: "
                + "set another registry (npm config set registry URL).");
        }
    }
}

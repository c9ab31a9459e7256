using System.Diagnostics;
using Shouldly;

namespace Watchkeeper.Testing;

/// <summary>AWS's own command line against an emulator: it writes what our clients read, and reads what they write.</summary>
public static class AwsCommand
{
    /// <summary>Runs <c>aws</c> and returns its output. Fails if the command does.</summary>
    /// <param name="moto">The emulator.</param>
    /// <param name="arguments">The arguments, from the name of the service on.</param>
    public static Task<string> AwsAsync(this MotoFixture moto, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(moto);
        return RunAsync(moto.ServiceUrl, arguments);
    }

    /// <summary>Runs <c>aws</c> and returns its output. Fails if the command does.</summary>
    /// <param name="serviceUrl">The emulator's URL.</param>
    /// <param name="arguments">The arguments, from the name of the service on.</param>
    public static async Task<string> RunAsync(string serviceUrl, params string[] arguments)
    {
        var info = new ProcessStartInfo("aws", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        info.Environment["AWS_ENDPOINT_URL"] = serviceUrl;
        info.Environment["AWS_ACCESS_KEY_ID"] = info.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        info.Environment["AWS_REGION"] = info.Environment["AWS_DEFAULT_REGION"] = Emulated.Region;
        info.Environment["AWS_PAGER"] = "";
        using var process = Process.Start(info)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}

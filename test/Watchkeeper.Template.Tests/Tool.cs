using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>A command-line tool of a check. If it is missing, the test fails and says what to install.</summary>
internal sealed record Tool(string Program, string Install)
{
    public static Tool Python { get; } = new("python3", "Python 3, then: python3 -m pip install aws-sam-translator cfn-lint");

    public static Tool CfnLint { get; } = new("cfn-lint", "python3 -m pip install cfn-lint");

    public static Tool Dotnet { get; } = new("dotnet", "the .NET 10 SDK");

    public static Tool Make { get; } = new("make", "GNU make (Debian: apt-get install make)");

    public async Task<ToolResult> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            Assert.Fail($"«{Program}» cannot be started ({missing.Message}). Install {Install}");
        }

        var cancel = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new ToolResult(process.ExitCode, await output, await errors);
    }
}

internal sealed record ToolResult(int ExitCode, string Output, string Errors);

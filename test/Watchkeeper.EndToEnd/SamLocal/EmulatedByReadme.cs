using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Sam;
using Xunit;

namespace Watchkeeper.EndToEnd.SamLocal;

/// <summary>
/// The README's command that emulates AWS, run as a reader runs it, and functions as <c>sam local invoke</c> runs them: the
/// executable behind a Runtime API with exactly SAM CLI's variables. Only the emulator's address differs from the README's.
/// </summary>
public sealed class EmulatedByReadme : IAsyncLifetime
{
    private const string Prefix = "dotnet run --project src/Watchkeeper.Cli -- ";
    private static readonly SamTemplate Template = SamTemplate.OfRepository();
    private readonly HttpClient http = new();
    private Process emulator = null!;
    private FunctionExecutable executable = null!;

    /// <summary>The emulator's address.</summary>
    public string Url { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var file = await NativeExecutable.NewestAsync(Token);
        executable = new FunctionExecutable(file, Path.GetDirectoryName(file)!);
        SamReadme.Emulate.ShouldStartWith(Prefix);
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli.dll"), .. SamReadme.Emulate[Prefix.Length..].Split(' '),
            "--port", "0",
        ];
        emulator = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var line = await emulator.StandardOutput.ReadLineAsync(Token);
        Url = line.ShouldNotBeNull("the README's command that plays AWS ended").Split(' ')
            .Single(word => word.StartsWith("http://", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!emulator.HasExited)
            emulator.Kill(entireProcessTree: true);
        await emulator.WaitForExitAsync(CancellationToken.None);
        emulator.Dispose();
    }

    /// <summary>A function of the template; its process starts with the first event.</summary>
    /// <param name="name">The function's logical id.</param>
    /// <param name="endpoint">The emulator's address; null for the README's own emulator, empty for none.</param>
    /// <param name="region">The region; null for the README's.</param>
    internal SamFunction Function(string name, string? endpoint = null, string? region = null)
    {
        var typed = SamReadme.Invocation;
        var variables = Template.Environment(name, typed with
        {
            Region = region ?? typed.Region,
            ParameterOverrides = typed.ParameterOverrides.SetItem("EndpointUrl", endpoint ?? Url),
        });
        return new SamFunction(
            new FunctionSettings
            {
                Name = name,
                // The runtime interface emulator of SAM's containers has this value everywhere.
                Arn = $"arn:aws:lambda:us-east-1:012345678912:function:{name}",
                Timeout = TimeSpan.FromSeconds(Template.TimeoutOf(name)),
                InitTimeout = TimeSpan.FromMinutes(1),
                Variables = variables,
            },
            executable);
    }

    /// <summary>Sends a request to moto as the AWS CLI would, in JSON.</summary>
    /// <param name="service">The service's name in the credential scope.</param>
    /// <param name="target">The operation, such as DynamoDB_20120810.GetItem.</param>
    /// <param name="body">The request.</param>
    internal async Task<JsonElement> AskAsync(string service, string target, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=local/20260101/{SamReadme.Invocation.Region}/{service}/aws4_request, "
                + "SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request, Token);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Token));
        answer.IsSuccessStatusCode.ShouldBeTrue(document.RootElement.GetRawText());
        return document.RootElement.Clone();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Webhook;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Webhook;

/// <summary>The few lines by which a receiver verifies a request; the documentation shows these files.</summary>
public sealed class WebhookVerificationTests
{
    private const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private const string Python =
        "import sys,json,base64; sys.path.insert(0,sys.argv[1]); from verify import verify; "
        + "print([verify(c['key'],c['headers'],base64.b64decode(c['body'])) for c in json.load(sys.stdin)])";

    private const string Node =
        "const {verify}=await import(process.argv[1]+'/verify.mjs'); let t=''; for await (const p of process.stdin) t+=p; "
        + "console.log(JSON.stringify(JSON.parse(t).map(c=>verify(c.key,c.headers,Buffer.from(c.body,'base64')))))";

    private static readonly string Folder = Repository.PathOf("test", "Watchkeeper.Tests", "Channels", "Webhook");

    public static TheoryData<string, string[]> Languages => new()
    {
        { "python3", ["-B", "-c", Python, Folder] },
        { "node", ["--input-type=module", "-e", Node, Folder] },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_receiver_takes_what_is_signed_and_fresh_and_nothing_else(string program, string[] arguments)
    {
        var now = TimeProvider.System.GetUtcNow();
        var fresh = Case(now);
        (Dictionary<string, string> Case, bool IsValid)[] cases =
        [
            (fresh, true),
            (Case(now, $"{Other} {Key}"), true),
            (Case(now, $"{Key} {Other}"), true),
            (Case(now, Other), false),
            (Case(now, ""), false),
            (Case(now.AddMinutes(-6)), false),
            (Case(now.AddMinutes(6)), false),
            (With(fresh, "webhook-id", "another"), false),
            (With(fresh, "webhook-timestamp", $"{now.ToUnixTimeSeconds() + 1}"), false),
            (With(fresh, "webhook-signature", Forged(fresh["webhook-signature"])), false),
            (With(fresh, "body", Convert.ToBase64String("{}"u8)), false),
        ];

        var output = await RunAsync(program, arguments, Write(cases.Select(each => each.Case)));

        output.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Trim()
            .ShouldBe($"[{string.Join(',', cases.Select(each => each.IsValid ? "true" : "false"))}]");
    }

    private static Dictionary<string, string> Case(DateTimeOffset at, string keys = Key)
    {
        var call = new WebhookChannel().Create(ChannelSamples.Delivery(
            ChannelKind.Webhook, ChannelSamples.Message(ChannelSamples.Opened, Locale.Chinese),
            settings: ("signing_secret", keys)) with
        { At = at });
        var all = call.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
        all.TryAdd("webhook-signature", "");
        all["body"] = Convert.ToBase64String(call.Body!);
        return all;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> original, string name, string value) =>
        new(original, StringComparer.Ordinal) { [name] = value };

    // The last sign holds four bits only, so that some replacements of it would change nothing.
    private static string Forged(string signature) => $"{signature[..^9]}{(signature[^9] == 'A' ? 'B' : 'A')}{signature[^8..]}";

    private static string Write(IEnumerable<Dictionary<string, string>> cases) => JsonSerializer.Serialize(cases.Select(each =>
        new { key = Key, body = each["body"], headers = each }));

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Start(start);
        Assert.SkipWhen(process is null, $"{program} is not installed.");
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return output;
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Watchkeeper.Cli.Run;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;

namespace Watchkeeper.EndToEnd.Screens;

/// <summary>A web page on another port of the same machine, in a real Chromium, beside a live run.</summary>
public sealed class ForeignPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_cannot_feed_the_live_run_and_a_program_still_can()
    {
        await using var page = await LoopbackServer.StartAsync(ShowAsync);
        await using var inbox = await EventInbox.ListenAsync(0);

        var heard = JsonElement.Parse(await Browser.RunAsync("pages.js", $"http://{page.Endpoint}/", inbox.Address));

        heard.GetProperty("json").GetString().ShouldBe("nothing");
        heard.GetProperty("plain").GetString().ShouldBe("opaque 0");
        (await inbox.NextAsync(TimeSpan.FromSeconds(1), TimeProvider.System, Token)).ShouldBeNull();
        using var client = new HttpClient();
        var answer = client.PostAsJsonAsync(inbox.Address, new { a = 1 }, Token);
        (await inbox.NextAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token)).ShouldNotBeNull().Answer([]);
        (await answer).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task ShowAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<!doctype html><title>Another page</title><body>", context.RequestAborted);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Incidents;
using Xunit;

namespace Watchkeeper.Cli.Tests.Run;

public sealed class EventInboxTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient client = new();
    private EventInbox inbox = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => inbox = await EventInbox.ListenAsync(0);

    public async ValueTask DisposeAsync()
    {
        await inbox.DisposeAsync();
        Dispose();
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_posted_event_arrives_byte_for_byte_and_its_sender_hears_what_became_of_it()
    {
        foreach (var (text, name) in new[] { ("{\"a\": 1}", "POST 1"), ("no JSON \u0000", "POST 2") })
        {
            using var request = Post(Encoding.UTF8.GetBytes(text));
            var sent = client.SendAsync(request, Token);
            var arrival = await NextAsync();
            (arrival.File.Name, Encoding.UTF8.GetString(arrival.File.Bytes.Span)).ShouldBe((name, text));
            arrival.Answer(
                [new EventOutcome { Time = default, File = name, Outcome = Outcome.Recorded, Reason = "opened", Incident = "inc-1" }]);

            using var answer = await sent;
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var result = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Token)).GetProperty("results")[0];
            (Text(result, "outcome"), Text(result, "reason"), Text(result, "incident")).ShouldBe(("recorded", "opened", "inc-1"));
        }
    }

    [Theory]
    [InlineData("POST", "events/", 1 << 20, HttpStatusCode.OK)]
    [InlineData("POST", "events", 2, HttpStatusCode.OK)]
    [InlineData("POST", "events/", (1 << 20) + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("GET", "events/", 0, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "other", 2, HttpStatusCode.NotFound)]
    public async Task The_answer_tells_what_was_accepted(string method, string path, int length, HttpStatusCode status)
    {
        using var request = Post(new byte[length], method, path);
        var sent = client.SendAsync(request, Token);
        if (status == HttpStatusCode.OK)
            (await NextAsync()).Answer([]);

        await ShouldSayAsync(sent, status);
    }

    [Theory]
    [InlineData("Origin", "https://shop.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://127.0.0.1:4680", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Host", "rebound.example:4680", HttpStatusCode.Forbidden)]
    [InlineData("Content-Type", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Content-Type", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Content-Type", "", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_web_page_may_not_post(string header, string value, HttpStatusCode status)
    {
        using var request = Post("{}"u8.ToArray());
        if (header == "Content-Type")
            request.Content!.Headers.ContentType = value.Length > 0 ? MediaTypeHeaderValue.Parse(value) : null;
        else
            request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();

        await ShouldSayAsync(client.SendAsync(request, Token), status);

        (await inbox.NextAsync(TimeSpan.Zero, TimeProvider.System, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/cloudevents+json")]
    public async Task Any_kind_of_JSON_is_accepted(string contentType)
    {
        using var request = Post("{}"u8.ToArray());
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Host = "localhost:1";
        var sent = client.SendAsync(request, Token);
        (await NextAsync()).Answer([]);

        using var answer = await sent;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        var port = new Uri(inbox.Address).Port;

        var refused = await Should.ThrowAsync<RunException>(() => EventInbox.ListenAsync(port));

        refused.Message.ShouldBe(
            $"Port {port} of 127.0.0.1 is in use. Give another port with --port, or any free one with --port 0.");
    }

    private static string? Text(JsonElement result, string name) => result.GetProperty(name).GetString();

    private static async Task ShouldSayAsync(Task<HttpResponseMessage> sent, HttpStatusCode status)
    {
        using var answer = await sent;
        answer.StatusCode.ShouldBe(status);
        if (status != HttpStatusCode.OK)
            Text(JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Token)), "error").ShouldNotBeNullOrEmpty();
    }

    private HttpRequestMessage Post(byte[] body, string method = "POST", string path = "events/") => new(
        new HttpMethod(method), new Uri(new Uri(inbox.Address), $"/{path}"))
    {
        Content = method == "POST" ? new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } : null,
    };

    private async Task<Arrival> NextAsync() =>
        (await inbox.NextAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token)).ShouldNotBeNull();
}

using System.Net;
using Shouldly;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Run;
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
    public async Task A_posted_event_arrives_byte_for_byte_and_in_order()
    {
        foreach (var text in new[] { "{\"a\": 1}", "no JSON \u0000" })
        {
            using var answer = await client.PostAsync(inbox.Address, new StringContent(text), Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        (await NextAsync()).ShouldBe(("POST 1", "{\"a\": 1}"));
        (await NextAsync()).ShouldBe(("POST 2", "no JSON \u0000"));
    }

    [Theory]
    [InlineData("POST", "events/", 1 << 20, HttpStatusCode.Accepted)]
    [InlineData("POST", "events", 2, HttpStatusCode.Accepted)]
    [InlineData("POST", "events/", (1 << 20) + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("GET", "events/", 0, HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "other", 2, HttpStatusCode.NotFound)]
    public async Task The_answer_tells_what_was_accepted(string method, string path, int length, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(new Uri(inbox.Address), $"/{path}"));
        if (method == "POST")
            request.Content = new ByteArrayContent(new byte[length]);

        using var answer = await client.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        var port = new Uri(inbox.Address).Port;

        var refused = await Should.ThrowAsync<RunException>(() => EventInbox.ListenAsync(port));

        refused.Message.ShouldBe(
            $"Port {port} of 127.0.0.1 is in use. Give another port with --port, or any free one with --port 0.");
    }

    private async Task<(string Name, string Text)> NextAsync()
    {
        var file = await inbox.NextAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);
        return (file!.Name, System.Text.Encoding.UTF8.GetString(file.Bytes.Span));
    }
}

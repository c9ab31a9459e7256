using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;
using static Watchkeeper.Cli.Tests.RuntimeApi.TestFunctions;

namespace Watchkeeper.Cli.Tests.RuntimeApi;

public sealed class RuntimeApiServerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
    private readonly HttpClient client = new();
    private readonly RuntimeSession session;
    private LoopbackServer server = null!;

    public RuntimeApiServerTests() => session = new(Settings(), time);

    public async ValueTask InitializeAsync()
    {
        server = await LoopbackServer.StartAsync(new RuntimeApiApplication(session).AnswerAsync);
        client.BaseAddress = new Uri($"http://{server.Endpoint}/2018-06-01/runtime/");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        session.Dispose();
        client.Dispose();
    }

    [Fact]
    public async Task Next_waits_for_an_invocation_and_describes_it()
    {
        var asking = NextAsync();
        _ = session.OfferAsync(
            Invocation("""{"a":"表"}""") with { TraceId = "Root=1-2-3", ClientContext = """{"custom":{"a":"ü"}}""" });

        var answer = await asking;

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await BodyAsync(answer)).ShouldBe("""{"a":"表"}""");
        Header(answer, "Lambda-Runtime-Aws-Request-Id").ShouldBe("request-1");
        Header(answer, "Lambda-Runtime-Deadline-Ms")
            .ShouldBe(FormattableString.Invariant($"{time.GetUtcNow().AddSeconds(30).ToUnixTimeMilliseconds()}"));
        Header(answer, "Lambda-Runtime-Invoked-Function-Arn").ShouldBe(Arn);
        Header(answer, "Lambda-Runtime-Trace-Id").ShouldBe("Root=1-2-3");
        answer.Headers.Contains("Lambda-Runtime-Client-Context").ShouldBeTrue();
    }

    [Fact]
    public async Task An_invocation_without_a_trace_has_no_header_for_it()
    {
        _ = session.OfferAsync(Invocation("{}"));

        (await NextAsync()).Headers.Contains("Lambda-Runtime-Trace-Id").ShouldBeFalse();
    }

    [Fact]
    public async Task A_response_is_accepted_and_is_the_result()
    {
        var invoking = session.OfferAsync(Invocation("{}"));
        await NextAsync();

        (await PostAsync("invocation/request-1/response", "done")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await invoking)
            .ShouldSatisfyAllConditions(result => result.Succeeded.ShouldBeTrue(), result => result.Text().ShouldBe("done"));
    }

    [Theory]
    [InlineData("""{"errorType":"Shop.Closed","errorMessage":"come back"}""", "Header.Type", "Shop.Closed", "come back")]
    [InlineData("""{"errorMessage":"come back"}""", "Header.Type", "Header.Type", "come back")]
    [InlineData("""{"errorType":7}""", null, "Runtime.Unknown", "")]
    [InlineData("\"\\ud800\"", null, "Runtime.Unknown", "")]
    [InlineData("[]", null, "Runtime.Unknown", "")]
    [InlineData("no JSON", "Header.Type", "Header.Type", "")]
    [InlineData("", null, "Runtime.Unknown", "")]
    public async Task An_error_is_the_result_whatever_its_form(string body, string? header, string type, string message)
    {
        var invoking = session.OfferAsync(Invocation("{}"));
        await NextAsync();

        (await PostAsync("invocation/request-1/error", body, header)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var result = await invoking;
        result.Error.ShouldBe(new FunctionError(type, message));
        result.Text().ShouldBe(body);
    }

    [Theory]
    [InlineData("invocation/another/response")]
    [InlineData("invocation/another/error")]
    public async Task An_answer_to_another_invocation_is_refused(string path)
    {
        _ = session.OfferAsync(Invocation("{}"));
        await NextAsync();

        var answer = await PostAsync(path, "{}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await BodyAsync(answer)).ShouldContain("InvalidRequestID");
    }

    [Fact]
    public async Task A_second_answer_is_refused_and_changes_nothing()
    {
        var invoking = session.OfferAsync(Invocation("{}"));
        await NextAsync();
        await PostAsync("invocation/request-1/response", "first");

        (await PostAsync("invocation/request-1/error", "second")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await invoking).Text().ShouldBe("first");
    }

    [Fact]
    public async Task A_second_request_before_the_answer_is_refused()
    {
        _ = session.OfferAsync(Invocation("{}"));
        await NextAsync();

        var answer = await NextAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await BodyAsync(answer)).ShouldContain("InvalidStateTransition");
    }

    [Fact]
    public async Task An_invocation_is_not_lost_to_a_client_that_disconnected()
    {
        using (var impatient = new CancellationTokenSource())
        {
            var hungUp = client.GetAsync(new Uri("invocation/next", UriKind.Relative), impatient.Token);
            await impatient.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(hungUp);
        }

        var asking = NextAsync();
        // Both requests may wait. Either the remaining one receives the invocation, or the invocation stays open.
        var invoking = session.OfferAsync(Invocation("{}"));
        var answer = await asking;

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        invoking.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_failure_to_start_is_the_result_and_ends_the_session()
    {
        var invoking = session.OfferAsync(Invocation("{}"));

        (await PostAsync("init/error", """{"errorType":"Shop.Closed","errorMessage":"no table"}""")).StatusCode.ShouldBe(
            HttpStatusCode.Accepted);

        (await invoking).Error.ShouldBe(new FunctionError("Shop.Closed", "no table"));
        session.IsOver.ShouldBeTrue();
        (await NextAsync()).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("6291556", HttpStatusCode.Accepted)]
    [InlineData("6291557", HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_response_may_have_six_megabytes(string length, HttpStatusCode status)
    {
        _ = session.OfferAsync(Invocation("{}"));
        await NextAsync();
        var body = new string('x', int.Parse(length, System.Globalization.CultureInfo.InvariantCulture));

        (await PostAsync("invocation/request-1/response", body)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_cause_of_a_megabyte_in_a_header_is_accepted()
    {
        var invoking = session.OfferAsync(Invocation("{}"));
        await NextAsync();
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "invocation/request-1/error") { Content = new StringContent("{}") };
        request.Headers.Add("Lambda-Runtime-Function-XRay-Error-Cause", new string('x', 1024 * 1024));

        (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await invoking).Succeeded.ShouldBeFalse();
    }

    [Theory]
    [InlineData("GET", "invocation/request-1/response")]
    [InlineData("POST", "invocation/next")]
    [InlineData("GET", "restore/next")]
    [InlineData("GET", "../../2019-01-01/runtime/invocation/next")]
    [InlineData("GET", "/")]
    public async Task Any_other_call_is_refused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.GetValues(name).ShouldHaveSingleItem();

    private static Task<string> BodyAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> NextAsync() =>
        client.GetAsync(new Uri("invocation/next", UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> PostAsync(string path, string body, string? errorType = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8) };
        if (errorType is not null)
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

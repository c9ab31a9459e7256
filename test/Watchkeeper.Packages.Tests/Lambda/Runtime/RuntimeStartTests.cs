using System.Net;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

[Collection("one loop at a time: the trace id is a variable of the process")]
public sealed class RuntimeStartTests : IAsyncDisposable
{
    private readonly ScriptedRuntimeApi api = new();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task The_initialiser_runs_once_before_the_first_invocation()
    {
        var steps = new List<string>();
        await using var loop = new RunningLoop(
            api, LambdaBootstrapBuilder.Create((Stream _) => steps.Add("handled")).UseBootstrapHandler(() =>
            {
                steps.Add("initialised");
                return Task.FromResult(true);
            }));
        api.Queue("a");
        api.Queue("b");
        await api.CallAsync();
        await api.CallAsync();

        steps.ShouldBe(["initialised", "handled", "handled"]);
    }

    [Fact]
    public async Task A_failure_to_start_is_reported_and_ends_the_process()
    {
        await using var loop = new RunningLoop(
            api, LambdaBootstrapBuilder.Create((Stream _) => { })
                .UseBootstrapHandler(() => throw new FormatException("WATCHKEEPER_TABLE is empty")));

        (await Should.ThrowAsync<FormatException>(loop.Ended)).Message.ShouldBe("WATCHKEEPER_TABLE is empty");

        var call = await api.CallAsync();
        call.Path.ShouldBe("init/error");
        call.ContentType.ShouldBe("application/vnd.aws.lambda.error+json");
        using var error = JsonDocument.Parse(call.Body);
        error.RootElement.GetProperty("errorType").GetString().ShouldBe("FormatException");
        api.NextCalls.ShouldBe(0);
    }

    [Fact]
    public async Task An_initialiser_that_returns_false_takes_no_invocation()
    {
        await using var loop = new RunningLoop(
            api, LambdaBootstrapBuilder.Create((Stream _) => { }).UseBootstrapHandler(() => Task.FromResult(false)));

        await loop.Ended;

        api.NextCalls.ShouldBe(0);
        api.HasMoreCalls.ShouldBeFalse();
    }

    [Theory]
    [InlineData("invocation/next", 403)]
    [InlineData("invocation/next", 500)]
    [InlineData("/response", 400)]
    [InlineData("/response", 413)]
    [InlineData("/response", 500)]
    public async Task A_refusal_of_the_API_ends_the_process(string path, int status)
    {
        api.Refuse(path, status, """{"errorMessage":"why","errorType":"Some.Type"}""");
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create((Stream _) => { }));
        api.Queue("{}");

        var refusal = await Should.ThrowAsync<RuntimeApiClientException>(loop.Ended);

        refusal.StatusCode.ShouldBe(status);
        refusal.Response.ShouldContain("why");
        refusal.Message.ShouldContain("why");
    }

    [Fact]
    public async Task A_refused_error_report_ends_the_process()
    {
        api.Refuse("/error", 403);
        await using var loop = new RunningLoop(
            api, LambdaBootstrapBuilder.Create(void (Stream _) => throw new FormatException("x")));
        api.Queue("{}");

        (await Should.ThrowAsync<RuntimeApiClientException>(loop.Ended)).StatusCode.ShouldBe(403);
    }

    [Fact]
    public async Task A_missing_runtime_API_ends_the_process()
    {
        await api.DisposeAsync();
        await using var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create((Stream _) => { }));

        await Should.ThrowAsync<HttpRequestException>(loop.Ended);
    }

    [Fact]
    public async Task A_given_client_is_not_disposed()
    {
        using var client = LambdaBootstrap.ConstructHttpClient();
        await using (var loop = new RunningLoop(api, LambdaBootstrapBuilder.Create((Stream _) => { }).UseHttpClient(client)))
        {
            api.Queue("{}");
            await api.CallAsync();
        }

        // The loop's own call for the next invocation may still wait at the API and would take the queued invocation.
        api.Refuse("invocation/next", 403);
        (await client.GetAsync(
            new Uri($"http://{api.Endpoint}/2018-06-01/runtime/invocation/next"), TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

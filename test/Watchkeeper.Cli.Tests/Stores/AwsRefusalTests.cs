using Microsoft.AspNetCore.Http;
using Shouldly;
using Watchkeeper.Cli.RuntimeApi;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

/// <summary>What an operator reads when AWS refuses, by the answers of DynamoDB's API reference («Error handling»).</summary>
public sealed class AwsRefusalTests : IDisposable
{
    private readonly OperatorMachine machine = new();

    public void Dispose() => machine.Dispose();

    [Theory]
    [InlineData("com.amazon.coral.service#ExpiredTokenException", "of the variable AWS_ACCESS_KEY_ID have expired", true)]
    [InlineData("com.amazon.coral.service#UnrecognizedClientException", "AWS does not accept the credentials of", true)]
    [InlineData("com.amazon.coral.service#AccessDeniedException", "OperatorPolicyArn", false)]
    [InlineData(
        "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", "throttles the table «incidents»", false)]
    [InlineData("com.amazonaws.dynamodb.v20120810#InternalServerError", "answered InternalServerError", false)]
    public async Task An_error_is_one_line_with_what_to_do(string type, string expected, bool isUsage)
    {
        await using var server = await LoopbackServer.StartAsync(context => AnswerAsync(
            context, type.EndsWith("ServerError", StringComparison.Ordinal) ? 500 : 400,
            $$"""{"__type":"{{type}}","message":"User: anna is not\nauthorized"}"""));
        machine.WithKeys().With("AWS_REGION", "eu-west-3").With("AWS_ENDPOINT_URL", $"http://{server.Endpoint}");

        var refused = await machine.RefusedAsync("incidents");

        refused.Message.ShouldContain(expected);
        refused.IsUsage.ShouldBe(isUsage);
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_no_table()
    {
        await using var server = await LoopbackServer.StartAsync(
            context => AnswerAsync(context, 502, "<html>Bad gateway</html>"));
        machine.WithKeys().With("AWS_REGION", "eu-west-3").With("AWS_ENDPOINT_URL", $"http://{server.Endpoint}");

        (await machine.RefusedAsync("incidents")).Message.ShouldContain(server.Endpoint);
    }

    private static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        using var request = new MemoryStream();
        await context.Request.Body.CopyToAsync(request, context.RequestAborted);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }
}

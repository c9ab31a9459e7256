using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Aws.Secrets;
using Watchkeeper.Packages.Tests.Clients;
using Watchkeeper.Secrets;
using Xunit;

namespace Watchkeeper.Aws.Tests.Secrets;

/// <summary>The errors of both services, each with a text that must not show.</summary>
public sealed class SecretErrorsTests
{
    private const string Parameter = "ssm:/watchkeeper/a";
    private const string Secret = "secretsmanager:watchkeeper/a";

    [Theory]
    [InlineData(Parameter, 400, "ParameterNotFound", "canary", SecretFault.Missing, "no such parameter")]
    [InlineData(Parameter, 400, "ParameterVersionNotFound", "canary", SecretFault.Missing, "no such version or label")]
    [InlineData(Parameter, 400, "InvalidKeyId", "canary", SecretFault.Denied, "the key that encrypts the secret is disabled")]
    [InlineData(
        Parameter, 400, "AccessDeniedException", "User: canary is not authorized to perform: ssm:GetParameter on resource: x",
        SecretFault.Denied, "ssm:GetParameter is missing")]
    [InlineData(
        Parameter, 400, "AccessDeniedException", "The ciphertext refers to canary (Service: AWSKMS; Status Code: 400)",
        SecretFault.Denied, "kms:Decrypt is missing")]
    [InlineData(Parameter, 400, "ThrottlingException", "Rate exceeded canary", SecretFault.Throttled, "throttles")]
    [InlineData(Parameter, 500, "InternalServerError", "canary", SecretFault.Unreachable, "failing")]
    [InlineData(Parameter, 400, "ExpiredTokenException", "canary", SecretFault.Unreachable, "had expired")]
    [InlineData(Parameter, 400, "UnrecognizedClientException", "canary", SecretFault.Denied, "credentials are not valid")]
    [InlineData(Parameter, 503, "", "canary", SecretFault.Unreachable, "failed with status 503")]
    [InlineData(Parameter, 403, "strange\u0007Exception", "canary", SecretFault.Denied, "refused with status 403")]
    [InlineData(Secret, 400, "ResourceNotFoundException", "can't find the canary.", SecretFault.Missing, "no such secret")]
    [InlineData(
        Secret, 400, "ResourceNotFoundException", "can't find the value for staging label: AWSCURRENT", SecretFault.Missing,
        "has no value yet")]
    [InlineData(
        Secret, 400, "InvalidRequestException", "it was marked for deletion. canary", SecretFault.Missing, "restore it")]
    [InlineData(Secret, 400, "DecryptionFailure", "canary", SecretFault.Denied, "kms:Decrypt is missing")]
    [InlineData(
        Secret, 400, "AccessDeniedException", "Access to KMS is not allowed", SecretFault.Denied, "kms:Decrypt is missing")]
    [InlineData(
        Secret, 400, "AccessDeniedException", "not authorized to perform: secretsmanager:GetSecretValue canary",
        SecretFault.Denied, "secretsmanager:GetSecretValue is missing")]
    [InlineData(Secret, 500, "InternalServiceError", "canary", SecretFault.Unreachable, "failed with status 500")]
    [InlineData(Secret, 200, "", "canary", SecretFault.NotText, "binary")]
    public async Task Each_error_has_its_class_and_shows_no_text_of_the_service(
        string reference, int status, string code, string words, SecretFault fault, string reason)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["__type"] = code, ["message"] = words });
        await using var server = new SmallServer(SmallServer.Answer.Json(status, body));
        using var clients = new Clients(server.Url);

        var failed = (await clients.ReadAsync(reference)).ShouldBeOfType<SecretResult.Failed>();

        failed.Fault.ShouldBe(fault);
        failed.Reason.ShouldContain(reason);
        failed.Message.ShouldStartWith($"{reference}: ");
        failed.ToString().ShouldNotContain("canary");
        failed.Message.ShouldNotContain('\u0007');
    }

    [Theory]
    [InlineData(Parameter, """{"Parameter":{"Value":"canary""")]
    [InlineData(Parameter, """canary""")]
    [InlineData(Secret, """{"SecretString":{"canary":1}}""")]
    [InlineData(Secret, """canary""")]
    public async Task An_answer_that_cannot_be_read_may_pass_and_shows_nothing_of_itself(string reference, string body)
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, body));
        using var clients = new Clients(server.Url);

        var failed = (await clients.ReadAsync(reference)).ShouldBeOfType<SecretResult.Failed>();

        failed.Fault.ShouldBe(SecretFault.Unreachable);
        failed.ToString().ShouldNotContain("canary");
    }

    [Theory]
    [InlineData(Parameter, """{"Parameter":{"Value":"the value"}}""", "WithDecryption\":true")]
    [InlineData(Secret, """{"SecretString":"the value"}""", """{"SecretId":"watchkeeper/a"}""")]
    public async Task A_hundred_sends_at_once_ask_once(string reference, string body, string asked)
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, body));
        using var clients = new Clients(server.Url);
        var secrets = new SecretsInMemory(clients.Store, TimeProvider.System);

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(
            () => secrets.ResolveAsync(Clients.Parse(reference), CancellationToken.None))));

        results.ShouldAllBe(result => ((SecretResult.Found)result).Value.Reveal() == "the value");
        server.Requests.ShouldHaveSingleItem().Body.ShouldContain(asked);
    }

    [Fact]
    public async Task A_service_that_is_not_asked_costs_no_client()
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, """{"SecretString":"the value"}"""));
        using var clients = new Clients(server.Url);
        await clients.ReadAsync(Secret);

        (clients.Secrets.IsValueCreated, clients.Parameters.IsValueCreated).ShouldBe((true, false));
    }

    [Theory]
    [InlineData(Parameter)]
    [InlineData(Secret)]
    public async Task A_service_that_never_answers_is_given_up_in_time(string reference)
    {
        await using var server = new SmallServer(SmallServer.Answer.Never);
        using var clients = new Clients(server.Url);
        var time = new FakeTimeProvider();
        var store = new AwsSecrets(clients.Parameters, clients.Secrets, time);

        var reading = store.ReadAsync(Clients.Parse(reference), CancellationToken.None);
        await server.FirstRequest.Task;
        time.Advance(AwsSecrets.MaxDuration);

        (await reading).ShouldBeOfType<SecretResult.Failed>().ShouldSatisfyAllConditions(
            failed => failed.Fault.ShouldBe(SecretFault.Unreachable),
            failed => failed.Reason.ShouldBe("no answer in time"));
    }

    [Fact]
    public async Task A_throttled_read_is_retried_within_itself()
    {
        await using var server = new SmallServer(
            SmallServer.Answer.Json(400, """{"__type":"ThrottlingException","message":"Rate exceeded"}"""),
            SmallServer.Answer.Json(200, """{"Parameter":{"Value":"the value"}}"""));
        using var clients = new Clients(server.Url, retries: 2);

        (await clients.ReadAsync(Parameter)).ShouldBeOfType<SecretResult.Found>();
    }
}

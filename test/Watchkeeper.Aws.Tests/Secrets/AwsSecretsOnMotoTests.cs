using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Secrets;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Secrets;

/// <summary>AWS's own command line writes, and the store reads.</summary>
public sealed class AwsSecretsOnMotoTests(MotoFixture moto) : IClassFixture<MotoFixture>, IDisposable
{
    private readonly Clients clients = new(moto.ServiceUrl);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => clients.Dispose();

    [Fact]
    public async Task A_parameter_is_read_decrypted_by_its_name_its_version_and_its_label()
    {
        await PutAsync("/watchkeeper/a", "first");
        await PutAsync("/watchkeeper/a", "second");
        await moto.AwsAsync(
            "ssm", "label-parameter-version", "--name", "/watchkeeper/a", "--parameter-version", "1", "--labels", "stable");

        (await ValueAsync("ssm:/watchkeeper/a")).ShouldBe("second");
        (await ValueAsync("ssm:/watchkeeper/a:1")).ShouldBe("first");
        (await ValueAsync("ssm:/watchkeeper/a:stable")).ShouldBe("first");
        (await moto.AwsAsync("ssm", "get-parameter", "--name", "/watchkeeper/a", "--query", "Parameter.Value"))
            .ShouldNotContain("\"second\"");
    }

    [Fact]
    public async Task A_secret_is_read_by_its_name_its_arn_and_its_field()
    {
        await moto.AwsAsync(
            "secretsmanager", "create-secret", "--name", "watchkeeper/hook",
            "--secret-string", """{"url":"the value\n","user":"other"}""");
        var arn = (await moto.AwsAsync(
            "secretsmanager", "describe-secret", "--secret-id", "watchkeeper/hook", "--query", "ARN", "--output", "text")).Trim();

        (await ValueAsync("secretsmanager:watchkeeper/hook#url")).ShouldBe("the value");
        (await ValueAsync($"secretsmanager:{arn}#url")).ShouldBe("the value");
        (await FailureAsync("secretsmanager:watchkeeper/hook")).Fault.ShouldBe(SecretFault.NotText);
        (await FailureAsync("secretsmanager:watchkeeper/hook#Url")).Fault.ShouldBe(SecretFault.Missing);
        var elsewhere = arn.Replace(Emulated.Region, "us-east-1", StringComparison.Ordinal);
        (await FailureAsync($"secretsmanager:{elsewhere}#url")).Reason
            .ShouldStartWith("the ARN names the region us-east-1, and functions read secrets of eu-central-1");
    }

    [Fact]
    public async Task Line_ends_of_files_are_no_part_of_a_secret()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "ops@example.com\n", Cancel);
        await moto.AwsAsync(
            "secretsmanager", "create-secret", "--name", "watchkeeper/file", "--secret-string", $"file://{file}");
        File.Delete(file);

        (await ValueAsync("secretsmanager:watchkeeper/file")).ShouldBe("ops@example.com");
    }

    [Fact]
    public async Task What_is_missing_is_told_by_class()
    {
        await PutAsync("/watchkeeper/version", "first");
        await moto.AwsAsync("secretsmanager", "create-secret", "--name", "watchkeeper/bytes", "--secret-binary", "Y2FuYXJ5");
        await moto.AwsAsync("secretsmanager", "create-secret", "--name", "watchkeeper/gone", "--secret-string", "canary");
        await moto.AwsAsync("secretsmanager", "delete-secret", "--secret-id", "watchkeeper/gone");
        await moto.AwsAsync("secretsmanager", "create-secret", "--name", "watchkeeper/bare");

        await ShouldFailAsync("ssm:/watchkeeper/none", SecretFault.Missing, "ParameterNotFound: no such parameter");
        await ShouldFailAsync(
            "ssm:/watchkeeper/version:9", SecretFault.Missing, "ParameterVersionNotFound: the parameter has no such version");
        await ShouldFailAsync(
            "secretsmanager:watchkeeper/none", SecretFault.Missing, "ResourceNotFoundException: no such secret");
        await ShouldFailAsync("secretsmanager:watchkeeper/bytes", SecretFault.NotText, "the secret is binary");
        await ShouldFailAsync(
            "secretsmanager:watchkeeper/gone", SecretFault.Missing, "InvalidRequestException: the secret is marked for deletion");
        await ShouldFailAsync(
            "secretsmanager:watchkeeper/bare", SecretFault.Missing, "ResourceNotFoundException: the secret has no value");
    }

    [Fact]
    public async Task A_rotated_secret_is_read_after_five_minutes_or_when_a_channel_was_refused()
    {
        var time = new FakeTimeProvider();
        var secrets = new SecretsInMemory(clients.Store, time);
        await PutAsync("/watchkeeper/rotating", "first");
        var first = await ResolveAsync();
        first.Reveal().ShouldBe("first");
        await PutAsync("/watchkeeper/rotating", "second");
        (await ResolveAsync()).Reveal().ShouldBe("first");

        secrets.Forget(first);
        (await ResolveAsync()).Reveal().ShouldBe("second");
        await PutAsync("/watchkeeper/rotating", "third");
        time.Advance(SecretsInMemory.MaxAge);
        (await ResolveAsync()).Reveal().ShouldBe("third");

        async Task<SecretValue> ResolveAsync() =>
            (await secrets.ResolveAsync(Clients.Parse("ssm:/watchkeeper/rotating"), Cancel))
            .ShouldBeOfType<SecretResult.Found>().Value;
    }

    private Task<string> PutAsync(string name, string value) => moto.AwsAsync(
        "ssm", "put-parameter", "--name", name, "--value", value, "--type", "SecureString", "--overwrite");

    private async Task ShouldFailAsync(string reference, SecretFault fault, string reason)
    {
        var failure = await FailureAsync(reference);
        (failure.Fault, failure.IsRetryable).ShouldBe((fault, false));
        failure.Reason.ShouldStartWith(reason);
        failure.Message.ShouldNotContain("canary");
    }

    private async Task<string> ValueAsync(string reference) =>
        (await clients.ReadAsync(reference)).ShouldBeOfType<SecretResult.Found>().Value.Reveal();

    private async Task<SecretResult.Failed> FailureAsync(string reference) =>
        (await clients.ReadAsync(reference)).ShouldBeOfType<SecretResult.Failed>();
}

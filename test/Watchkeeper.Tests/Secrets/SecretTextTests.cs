using Shouldly;
using Watchkeeper.Secrets;
using Xunit;

namespace Watchkeeper.Tests.Secrets;

public sealed class SecretTextTests
{
    private const string Parameter = "ssm:/watchkeeper/a";
    private const string Secret = "secretsmanager:watchkeeper/a";
    private const string Field = "secretsmanager:watchkeeper/a#url";

    [Theory]
    [InlineData(Parameter, "value", "value")]
    [InlineData(Parameter, "value\n", "value")]
    [InlineData(Parameter, "\uFEFF value\r\n", "value")]
    [InlineData(Parameter, "two\nlines", "two\nlines")]
    [InlineData(Parameter, "{\"url\":1}", "{\"url\":1}")]
    [InlineData(Secret, "{not json", "{not json")]
    [InlineData(Field, "{\"url\":\"value\\n\",\"URL\":\"other\"}", "value")]
    [InlineData(Field, "{\"url\":42.0}", "42.0")]
    public void The_value_is_the_text_or_its_field_without_blanks_at_the_ends(string reference, string text, string value) =>
        Read(reference, text).ShouldBeOfType<SecretResult.Found>().Value.Reveal().ShouldBe(value);

    [Theory]
    [InlineData(Parameter, "", SecretFault.Empty, "empty")]
    [InlineData(Parameter, " \r\n", SecretFault.Empty, "empty")]
    [InlineData(Parameter, null, SecretFault.NotText, "binary")]
    [InlineData(Parameter, "canary\0", SecretFault.NotText, "control characters")]
    [InlineData(Parameter, "canary\uD800", SecretFault.NotText, "control characters")]
    [InlineData(Secret, "{\"user\":\"canary\"}", SecretFault.NotText, "name the field to use, " + Secret + "#field")]
    [InlineData(Field, "canary", SecretFault.NotText, "is not a JSON object")]
    [InlineData(Field, "\"canary\"", SecretFault.NotText, "is not a JSON object")]
    [InlineData(Field, "{\"url\":\"canary", SecretFault.NotText, "is not a JSON object")]
    [InlineData(Field, "{\"Url\":\"canary\"}", SecretFault.Missing, "has no field «url»")]
    [InlineData(Field, "{\"url\":{\"a\":\"canary\"}}", SecretFault.NotText, "is not a text")]
    [InlineData(Field, "{\"url\":null,\"a\":\"canary\"}", SecretFault.NotText, "is not a text")]
    [InlineData(Field, "{\"url\":\" \",\"a\":\"canary\"}", SecretFault.Empty, "is empty")]
    public void A_text_that_is_no_value_fails_by_class_and_shows_nothing_of_itself(
        string reference, string? text, SecretFault fault, string reason)
    {
        var failed = Read(reference, text).ShouldBeOfType<SecretResult.Failed>();

        failed.Fault.ShouldBe(fault);
        failed.IsRetryable.ShouldBeFalse();
        failed.Message.ShouldStartWith($"{reference}: ");
        failed.Message.ShouldContain(reason);
        failed.ToString().ShouldNotContain("canary");
    }

    private static SecretResult Read(string reference, string? text) =>
        SecretText.Read(SecretReferenceTests.Parse(reference), text);
}

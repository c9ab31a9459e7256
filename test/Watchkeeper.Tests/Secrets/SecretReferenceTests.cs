using CsCheck;
using Shouldly;
using Watchkeeper.Secrets;
using Xunit;

namespace Watchkeeper.Tests.Secrets;

public sealed class SecretReferenceTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:watchkeeper/hook-AbCdEf";

    [Theory]
    [InlineData("ssm:/watchkeeper/topic", SecretService.ParameterStore, "/watchkeeper/topic", "/watchkeeper/topic", null)]
    [InlineData("ssm:/watchkeeper/topic:3", SecretService.ParameterStore, "/watchkeeper/topic:3", "/watchkeeper/topic", null)]
    [InlineData("ssm:/a.b/C_d-e:live-1.x", SecretService.ParameterStore, "/a.b/C_d-e:live-1.x", "/a.b/C_d-e", null)]
    [InlineData("secretsmanager:watchkeeper/hook", SecretService.SecretsManager, "watchkeeper/hook", "watchkeeper/hook", null)]
    [InlineData("secretsmanager:a+b=c.d@e-f_g#url", SecretService.SecretsManager, "a+b=c.d@e-f_g", "a+b=c.d@e-f_g", "url")]
    [InlineData("secretsmanager:" + Arn + "#a#b", SecretService.SecretsManager, Arn, "watchkeeper/hook-AbCdEf", "a#b")]
    public void A_reference_says_service_name_and_field(string text, SecretService service, string id, string path, string? field)
    {
        var reference = Parse(text);

        (reference.Service, reference.Id, reference.Path, reference.Field).ShouldBe((service, id, path, field));
        (reference.Text, reference.ToString()).ShouldBe((text, text));
    }

    [Fact]
    public void An_arn_says_region_and_account()
    {
        var reference = Parse("secretsmanager:" + Arn);

        (reference.Region, reference.Account).ShouldBe(("eu-west-1", "123456789012"));
        (Parse("secretsmanager:name").Region, Parse("ssm:/name").Account).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ops@example.com")]
    [InlineData("Ops <ops@example.com>")]
    [InlineData("arn:aws:sns:eu-central-1:123456789012:ops")]
    [InlineData("https://hooks.example.com/ssm:/x")]
    [InlineData("ssm")]
    public void Any_other_value_stands_for_itself(string text) =>
        SecretReference.Parse(text).ShouldBeOfType<SecretReferenceResult.PlainValue>();

    [Theory]
    [InlineData("ssm:", "names no parameter: write ssm:/path/name")]
    [InlineData("ssm:topic", "must begin with a slash")]
    [InlineData("ssm://topic", "two slashes after ssm")]
    [InlineData("ssm:/", "an empty part between its slashes")]
    [InlineData("ssm:/a//b", "an empty part between its slashes")]
    [InlineData("ssm:/a/", "an empty part between its slashes")]
    [InlineData("SSM:/a", "must be in lower case: ssm:")]
    [InlineData(" ssm:/a", "remove them")]
    [InlineData("ssm:/a\n", "remove them")]
    [InlineData("ssm:/a b", "has U+0020 at position 3 of the name")]
    [InlineData("ssm:/a\u202Eb", "has U+202E at position 3 of the name")]
    [InlineData("ssm:/a#b", "a parameter has no fields")]
    [InlineData("ssm:/a:", "write a version number or a label")]
    [InlineData("ssm:/a:1:2", "write a version number or a label")]
    [InlineData("ssm:/a:0", "versions count from 1")]
    [InlineData("ssm:/a:1x", "no parameter can have this label")]
    [InlineData("ssm:/a:aws1", "no parameter can have this label")]
    [InlineData("ssm:/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "more than 15 levels")]
    [InlineData("ssm:/aws/reference/secretsmanager/hook", "write secretsmanager:hook")]
    [InlineData("ssm:arn:aws:ssm:eu-west-1:123456789012:parameter/a", "named by its name alone")]
    [InlineData("arn:aws:ssm:eu-west-1:123456789012:parameter/a", "write ssm: and the parameter's name")]
    [InlineData(Arn, "write secretsmanager: before it")]
    [InlineData("{{resolve:ssm-secure:/a:1}}", "only CloudFormation reads")]
    [InlineData("secretsmanager:", "names no secret")]
    [InlineData("secretsmanager:a#", "names no field")]
    [InlineData("secretsmanager:a#b c", "invisible character")]
    [InlineData("secretsmanager:hook:url::", "colon after the name: write secretsmanager:name or secretsmanager:name#field")]
    [InlineData("secretsmanager:" + Arn + ":url::", "has a colon after the name")]
    [InlineData("secretsmanager:a$b", "has «$» at position 2 of the name")]
    [InlineData("secretsmanager:arn:aws:ssm:eu-west-1:123456789012:parameter/a", "must be that of a secret")]
    [InlineData("secretsmanager:arn:aws:secretsmanager:eu-west-1:12345:secret:a", "must be that of a secret")]
    public void A_wrong_reference_is_rejected_with_the_right_form(string text, string reason)
    {
        var rejected = SecretReference.Parse(text).ShouldBeOfType<SecretReferenceResult.Rejected>();

        rejected.Rejection.Path.ShouldBe("$");
        rejected.Rejection.Reason.ShouldContain(reason);
        rejected.Rejection.Reason.ShouldNotContain('\n');
    }

    [Fact]
    public void Too_long_a_reference_is_rejected()
    {
        foreach (var (start, length) in (ReadOnlySpan<(string, int)>)[("ssm:/", 1011), ("secretsmanager:", 513), ("ssm:/", 3000)])
        {
            SecretReference.Parse(start + new string('a', length)).ShouldBeOfType<SecretReferenceResult.Rejected>()
                .Rejection.Reason.ShouldContain("longer than");
        }
    }

    [Fact]
    public void Every_text_is_a_reference_or_a_plain_value_or_rejected()
    {
        var references = 0;
        string[] beginnings = ["ssm:", "ssm:/", "secretsmanager:", "secretsmanager:arn:aws:secretsmanager:", "arn:", ""];
        Gen.Select(Gen.Int[0, beginnings.Length - 1], Gen.String, (i, rest) => beginnings[i] + rest)
            .Sample(
                text =>
                {
                    if (SecretReference.Parse(text) is not SecretReferenceResult.Parsed(var reference))
                        return;
                    reference.Text.ShouldBe(text);
                    SecretReference.Parse(reference.Text).ShouldBe(new SecretReferenceResult.Parsed(reference));
                    Interlocked.Increment(ref references);
                },
                iter: 20_000);

        references.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("ssm:/watchkeeper/a", "/watchkeeper/", true)]
    [InlineData("ssm:/watchkeeper/a:3", "/watchkeeper/", true)]
    [InlineData("ssm:/watchkeeperx/a", "/watchkeeper/", false)]
    [InlineData("ssm:/Watchkeeper/a", "/watchkeeper/", false)]
    [InlineData("ssm:/other/watchkeeper/a", "/watchkeeper/", false)]
    [InlineData("secretsmanager:watchkeeper/a#b", "/watchkeeper/", true)]
    [InlineData("secretsmanager:/watchkeeper/a", "/watchkeeper/", false)]
    [InlineData("secretsmanager:watchkeeper", "/watchkeeper/", false)]
    [InlineData("secretsmanager:" + Arn, "/watchkeeper/", true)]
    [InlineData("secretsmanager:" + Arn, "/team/", false)]
    public void A_prefix_covers_the_names_that_begin_with_it(string text, string prefix, bool isUnder) =>
        Parse(text).IsUnder(prefix).ShouldBe(isUnder);

    internal static SecretReference Parse(string text) =>
        SecretReference.Parse(text).ShouldBeOfType<SecretReferenceResult.Parsed>().Reference;
}

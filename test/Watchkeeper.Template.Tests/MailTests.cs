using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Patterns;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>How mail is sent, and how feedback on it returns.</summary>
public sealed class MailTests(ExpandedTemplate template)
{
    [Fact]
    public void A_domain_is_signed_with_DKIM_and_its_records_are_outputs()
    {
        var domain = template["MailDomainIdentity"];

        Reference.From(domain["EmailIdentity"]).ShouldBe("MailDomain");
        domain["DkimAttributes.SigningEnabled"].GetBoolean().ShouldBeTrue();
        foreach (var number in (int[])[1, 2, 3])
        {
            var output = template.Root.GetProperty("Outputs").GetProperty($"MailDkimRecord{number}");
            output.GetProperty("Condition").GetString().ShouldBe("HasMailDomainIdentity");
            output.GetProperty("Value").GetProperty("Fn::Sub").GetString().ShouldBe(
                $"${{MailDomainIdentity.DkimDNSTokenName{number}}} CNAME ${{MailDomainIdentity.DkimDNSTokenValue{number}}}");
        }
    }

    [Theory]
    [InlineData("MailIdentity")]
    [InlineData("MailDomainIdentity")]
    public void SES_sends_no_mail_about_a_bounce_to_the_address_that_may_have_bounced(string identity)
    {
        template[identity]["FeedbackAttributes.EmailForwardingEnabled"].GetBoolean().ShouldBeFalse();
        // SES forwards bounces by mail in any case if an identity reports them in no other way.
        Reference.From(template[identity]["ConfigurationSetAttributes.ConfigurationSetName"]).ShouldBe("MailConfigurationSet");
    }

    [Fact]
    public void An_identity_is_of_the_domain_or_of_the_address_and_never_of_both()
    {
        Identities().ShouldBe(["MailIdentity"]);
        Identities(("MailDomain", "shop.example")).ShouldBe(["MailDomainIdentity"]);
        Identities(("MailDomain", "shop.example"), ("CreateMailIdentity", "false")).ShouldBeEmpty();
        Identities(("CreateMailIdentity", "false")).ShouldBeEmpty();
        Identities(("MailBy", "sns")).ShouldBeEmpty();
    }

    [Fact]
    public void Without_SES_there_are_no_resources_of_SES()
    {
        var conditions = template.Root.GetProperty("Resources").EnumerateObject()
            .Where(resource => resource.Value.GetProperty("Type").GetString()!.StartsWith("AWS::SES::", StringComparison.Ordinal))
            .Select(resource => resource.Value.GetProperty("Condition").GetString()!)
            .ToList();

        conditions.Count.ShouldBe(4);
        conditions.Where(condition => Evaluation.Holds(condition, ("MailBy", "sns"))).ShouldBeEmpty();
    }

    [Fact]
    public void Feedback_on_a_mail_goes_to_the_default_bus_and_from_there_to_its_function()
    {
        var destination = template["MailFeedback"];

        Reference.From(destination["ConfigurationSetName"]).ShouldBe("MailConfigurationSet");
        destination["EventDestination.Enabled"].GetBoolean().ShouldBeTrue();
        destination["EventDestination.MatchingEventTypes"].EnumerateArray().Select(type => type.GetString())
            .ShouldBe(["bounce", "complaint", "reject", "renderingFailure", "deliveryDelay"]);
        destination["EventDestination.EventBridgeDestination.EventBusArn"].GetRawText().ShouldContain(":event-bus/default");
        Reference.From(template["FeedbackFunctionMail"]["Targets"][0].GetProperty("Arn")).ShouldBe("FeedbackFunction.Arn");
    }

    [Theory]
    [InlineData("""{"ses:configuration-set": ["MailConfigurationSet"]}""", true)]
    [InlineData("""{"ses:configuration-set": ["newsletter"]}""", false)]
    [InlineData("""{"other": ["x"]}""", true)]
    [InlineData("null", true)]
    public void The_mails_of_other_senders_are_filtered_out_unless_nobody_can_recognise_them(string tags, bool comes)
    {
        var rule = Evaluation.Wiring().Rules.Single(rule => rule.Function == "FeedbackFunction");
        using var json = JsonDocument.Parse(
            """{"source": "aws.ses", "detail-type": "Email Bounced", "detail": """
                + $$"""{"mail": {{{(tags == "null" ? "" : $"\"tags\": {tags}")}}} } }""");

        EventPattern.Parse(rule.Pattern).Pattern!.Matches(json.RootElement).ShouldBe(comes);
    }

    [Theory]
    [InlineData("MailDomain", "", true)]
    [InlineData("MailDomain", "shop.example", true)]
    [InlineData("MailDomain", "mail.shop-2.co.uk", true)]
    [InlineData("MailDomain", "shop", false)]
    [InlineData("MailDomain", "Shop.example", false)]
    [InlineData("MailDomain", "kim@shop.example", false)]
    [InlineData("MailDomain", "-shop.example", false)]
    [InlineData("MailDomain", "shop..example", false)]
    [InlineData("MailSenderName", "watchkeeper", true)]
    [InlineData("MailSenderName", "alerts+prod", true)]
    [InlineData("MailSenderName", "", false)]
    [InlineData("MailSenderName", "alerts@shop.example", false)]
    [InlineData("MailFromSubdomain", "", true)]
    [InlineData("MailFromSubdomain", "bounce", true)]
    [InlineData("MailFromSubdomain", "bounce.shop.example", false)]
    public void A_parameter_takes_valid_values_and_no_others(string parameter, string value, bool isTaken)
    {
        var pattern = template.Root.GetProperty("Parameters").GetProperty(parameter).GetProperty("AllowedPattern").GetString()!;

        Regex.IsMatch(value, $@"\A(?:{pattern})\z", RegexOptions.NonBacktracking).ShouldBe(isTaken);
    }

    [Theory]
    [InlineData("MailDomainNamesTheSender", "MailDomain", "MailSender", "MailBy")]
    [InlineData("MailFromSubdomainIsOfADomainThatIsCreated", "MailFromSubdomain", "MailDomain", "CreateMailIdentity")]
    public void Contradicting_parameters_are_refused_before_anything_is_made(string rule, string given, params string[] asked)
    {
        var assertions = template.Root.GetProperty("Rules").GetProperty(rule);

        assertions.GetProperty("RuleCondition").GetRawText().ShouldContain($"\"Ref\": \"{given}\"");
        assertions.GetProperty("Assertions").EnumerateArray().Count().ShouldBe(asked.Length);
        foreach (var (assertion, name) in assertions.GetProperty("Assertions").EnumerateArray().Zip(asked))
        {
            assertion.GetProperty("Assert").GetRawText().ShouldContain($"\"Ref\": \"{name}\"");
            assertion.GetProperty("AssertDescription").GetString().ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static IEnumerable<string> Identities(params (string, string)[] parameters) =>
        from identity in (string[])["MailIdentity", "MailDomainIdentity"]
        where Evaluation.Holds($"Has{identity}", parameters)
        select identity;
}
